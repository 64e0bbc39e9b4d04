package extrablatt.delivery;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.media.MediaAddresses;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Variant;
import extrablatt.http.Gzip;
import extrablatt.http.Request;
import extrablatt.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The function on rows that a test puts, at a time that it sets. */
final class Shop implements PublicStore {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final String ID = "01JD9ZQ4M8T3V5W6X7Y8Z9A0B1";
  static final Bytes ARTICLE =
      Bytes.utf8("{\"id\":\"" + ID + "\",\"headline\":\"Fähre fällt aus\"}");

  private final Map<DocumentId, PublicRow> rows = new HashMap<>();
  final Map<Variant, PublicRow> variants = new EnumMap<>(Variant.class);
  private final Map<Slug, DocumentId> slugs = new HashMap<>();
  private final Map<ListName, List<ListRow>> lists = new HashMap<>();
  Instant now = NOON;
  boolean broken;

  Response get(String route, String path, String query, String... headers) {
    return call("GET", route, path, query, headers);
  }

  Response call(String method, String route, String path, String query, String... headers) {
    var request = Request.of(method + " " + route, path).withQuery(query);
    var name = route.replaceAll(".*\\{|}.*", "");
    if (route.contains("{")) {
      request = request.withPathParameter(name, path.substring(path.lastIndexOf('/') + 1));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request = request.withHeader(headers[i], headers[i + 1]);
    }
    return function().handle(request);
  }

  /** Which file is handed out at which address. */
  MediaAddresses media = (file, valid) -> Optional.empty();

  /** What the function is told by its environment. */
  Map<String, String> environment = Map.of("CURSOR_SECRET", "secret");

  DeliveryFunction function() {
    return new DeliveryFunction(
        this,
        new NoLiveblogs(),
        () -> media,
        environment,
        Clock.fixed(now, ZoneOffset.UTC),
        _ -> {});
  }

  Response article(String idOrSlug, String... headers) {
    return get("/articles/{idOrSlug}", "/articles/" + idOrSlug, "", headers);
  }

  Response teaser(String... headers) {
    return get("/video-teasers/{id}", "/video-teasers/" + ID, "", headers);
  }

  Response articles(String query, String... headers) {
    return get("/articles", "/articles", query, headers);
  }

  void stands(PublicRow row, String... slugTexts) {
    rows.put(new ArticleId(ID), row);
    for (var slug : slugTexts) slugs.put(new Slug(slug), new ArticleId(ID));
  }

  void teaserStands(Piece... pieces) {
    teaserStands(new PublicBody.Cut(new Rendering(List.of(pieces))));
  }

  void teaserStands(PublicBody body) {
    rows.put(new TeaserId(ID), new PublicRow.Live(NOON, null, null, null, List.of(), body));
  }

  static PublicRow live(
      Instant from, @Nullable Instant end, @Nullable Instant expiresAt, String... formerSlugs) {
    var body = new PublicBody.Whole(Gzip.compressed(ARTICLE), ARTICLE.hash());
    return new PublicRow.Live(from, end, expiresAt, new Slug("ferry"), slugs(formerSlugs), body);
  }

  static PublicRow withdrawn(String... formerSlugs) {
    return new PublicRow.Tombstone(
        "The figures were wrong.", NOON, new Slug("ferry"), slugs(formerSlugs));
  }

  private static List<Slug> slugs(String... texts) {
    return List.of(texts).stream().map(Slug::new).toList();
  }

  /** A row of a list, visible from so many seconds after noon on. */
  void listed(ListName list, long seconds, String json) {
    var from = NOON.plusSeconds(seconds);
    lists
        .computeIfAbsent(list, _ -> new ArrayList<>())
        .add(new ListRow(from.toString(), from, null, Rendering.of(Bytes.utf8(json))));
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Instant moment) {
    if (broken) throw new IllegalStateException("table extrablatt is on fire");
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<PublicRow> at(DocumentId id, Variant variant, Instant moment) {
    return Optional.ofNullable(variants.get(variant)).filter(_ -> rows.containsKey(id));
  }

  @Override
  public Optional<DocumentId> bySlug(DocumentKind kind, Slug slug) {
    return Optional.ofNullable(slugs.get(slug));
  }

  @Override
  public Page<ListRow> list(ListName list, Instant newest, PageRequest page) {
    var after = page.after();
    var found =
        lists.getOrDefault(list, List.of()).stream()
            .filter(row -> !row.from().isAfter(newest))
            .filter(row -> after == null || row.position().compareTo(after) < 0)
            .limit(page.limit())
            .toList();
    boolean full = found.size() == page.limit();
    return new Page<>(found, full ? found.getLast().position() : null);
  }
}
