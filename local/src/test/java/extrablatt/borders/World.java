package extrablatt.borders;

import extrablatt.delivery.DeliveryFunction;
import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.RandomIds;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.testing.HandClock;
import extrablatt.testing.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One teaser with a window and countries, shown in an article and in an entry of a liveblog. */
final class World {
  static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
  static final Instant FROM = Instant.parse("2026-11-26T13:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-11-26T14:00:00Z");
  static final String TITLE = "Die Fähre legt ab";
  static final String STREAM = "https://example.org/faehre.m3u8";

  private static final Caller EDITOR = new Caller("editor");
  private static final String BODY =
      """
      "body": [{"type": "paragraph", "html": "Davor"},
               {"type": "videoTeaser", "teaser": {"id": "%s"}},
               {"type": "paragraph", "html": "Danach"}]
      """;

  private final HandClock clock = new HandClock(START);
  private final InMemoryStores stores = new InMemoryStores();
  private final RandomIds ids = new RandomIds(clock);
  private final DeliveryFunction delivery =
      new DeliveryFunction(
          stores.content(),
          stores.publicLiveblogs(),
          () -> {
            throw new IllegalStateException("no media are asked for");
          },
          Map.of("CURSOR_SECRET", "geheim"),
          clock,
          _ -> {});

  private final TeaserId teaser;
  private final ArticleId article;
  private final LiveblogId liveblog;
  private final EntryId entry;

  /** With a window that has both borders, and lists of allowed and denied countries. */
  World() {
    this(
        """
        , "availableFrom": "%s", "availableUntil": "%s",
        "countries": {"allow": ["DE", "CH"], "deny": ["CH"]}
        """
            .formatted(FROM, UNTIL));
  }

  /** With conditions of a test's own, as fields of the teaser's JSON that go on after others. */
  World(String conditions) {
    teaser("Zuvor", "");
    teaser = teaser(TITLE, conditions);
    teaser("Danach", "");
    article = article();
    var writing =
        new LiveblogWriting(
            stores.liveblogs(),
            stores.content(),
            new LiveblogJson(),
            new EntryJson(),
            new TeaserJson(),
            ids,
            clock,
            "de",
            _ -> {});
    var content = new LiveblogJson().read(Bytes.utf8("{\"headline\": \"Im Hafen\"}"));
    liveblog =
        new LiveblogDesk(writing).create(content, LiveblogStatus.LIVE, EDITOR, _ -> null).id();
    var said = new EntryJson().read(Bytes.utf8("{" + BODY.formatted(teaser) + "}"));
    var save = new EntrySave(said, EntryStatus.PUBLISHED, null);
    entry =
        new EntryPosting(writing)
            .post(liveblog, save, EDITOR, EntryDesk.Alongside.NOTHING)
            .entry()
            .id();
  }

  /** One that is public in the lists, a second after the one before. */
  private TeaserId teaser(String title, String conditions) {
    clock.pass(Duration.ofSeconds(1));
    var json =
        """
        {"title": "%s", "kind": "clip", "topics": ["Hafen"], "streams": [{"url": "%s"}] %s}
        """
            .formatted(title, STREAM, conditions);
    var desk = new TeaserDesk(stores.content(), new TeaserJson(), MediaLibrary.NONE, ids, clock);
    var content = new TeaserJson().read(Bytes.utf8(json));
    var nothing = TeaserEdit.Alongside.NOTHING;
    var id = (TeaserId) desk.create(content, EDITOR, nothing).publication().id();
    desk.publish(desk.find(id), null, null, EDITOR, nothing);
    return id;
  }

  private ArticleId article() {
    var writing =
        new ArticleWriting(
            stores.content(),
            new ArticleJson(),
            new TeaserJson(),
            KnownLiveblogs.NONE,
            ids,
            clock,
            "de");
    var json = "{\"headline\": \"Fahrplan\", " + BODY.formatted(teaser) + "}";
    var save =
        new ArticleDesk.Save(
            new ArticleJson().read(Bytes.utf8(json)), new ArticleDesk.Publish(null, null));
    return (ArticleId)
        new ArticleDesk(writing).create(save, EDITOR, null, Alongside.NOTHING).publication().id();
  }

  /** The clock goes on to a time. */
  void at(Instant time) {
    clock.pass(Duration.between(clock.instant(), time));
  }

  TeaserId id() {
    return teaser;
  }

  /** What a viewer of a country reads, or one whose country nobody knows. */
  Response read(Way way, @Nullable String country) {
    var request = request(way);
    return delivery.handle(
        country == null ? request : request.withHeader("cloudfront-viewer-country", country));
  }

  /** What somebody reads who has an answer already. */
  Response readAgain(Way way, String etag) {
    return delivery.handle(request(way).withHeader("if-none-match", etag));
  }

  private Request request(Way way) {
    return switch (way) {
      case TEASER ->
          Request.of("GET /video-teasers/{id}", "/video-teasers/" + teaser)
              .withPathParameter("id", teaser.value());
      case TEASERS -> Request.of("GET /video-teasers", "/video-teasers");
      case TEASERS_OF_TOPIC ->
          Request.of("GET /video-teasers", "/video-teasers").withQuery("topic=Hafen");
      case ARTICLE -> article(article.value());
      case ARTICLE_BY_SLUG -> article("fahrplan");
      case LIVEBLOG -> ofLiveblog("", liveblog.value());
      case LIVEBLOG_BY_SLUG -> ofLiveblog("", "im-hafen");
      case ENTRIES -> ofLiveblog("/entries", liveblog.value());
      case ENTRY ->
          ofLiveblog("/entries/{entryId}", liveblog.value())
              .withPathParameter("entryId", entry.value());
      case CHANGES -> ofLiveblog("/changes", liveblog.value()).withQuery("after=0");
    };
  }

  private static Request article(String idOrSlug) {
    return Request.of("GET /articles/{idOrSlug}", "/articles/" + idOrSlug)
        .withPathParameter("idOrSlug", idOrSlug);
  }

  private static Request ofLiveblog(String below, String idOrSlug) {
    return Request.of("GET /liveblogs/{idOrSlug}" + below, "/liveblogs/" + idOrSlug + below)
        .withPathParameter("idOrSlug", idOrSlug);
  }
}
