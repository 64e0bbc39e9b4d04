package extrablatt.e2e;

import static extrablatt.e2e.Articles.id;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the public sees changes at its very moment, on every path at once. */
@ExtendWith(OneStack.class)
final class VisibilityTest {
  private static final long MILLISECONDS_AHEAD = 2_500;

  private final Api reader;
  private final Api newsroom;
  private final DropBucket drops;

  VisibilityTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
    drops = stack.drops();
  }

  @Test
  void aScheduledArticleAppearsEverywhereAtItsTime() {
    var saved =
        newsroom.post("/newsroom/articles", listed("Embargo", "embargo").toString()).with(201);
    var id = id(saved.json());
    var at = soon();
    publishAt(id, at);

    var looks = Look.around(at, reader, everywhere(id, "embargo", "embargo"));

    appearsAt(at, id, looks);
  }

  @Test
  void aDropWithAPublishTimeAppearsAtItsTime() {
    var at = soon();
    var document = listed("Sperrfrist", "sperrfrist").put("publishAt", at.toString());
    var receipt = drops.deliver("publish/demo/sperrfrist.json", document.toString());
    var id = receipt.path("articleId").asText();

    var looks = Look.around(at, reader, everywhere(id, "sperrfrist", "sperrfrist"));

    appearsAt(at, id, looks);
  }

  private static void appearsAt(Instant at, String id, List<Look> looks) {
    inBothTimes(at, looks);
    assertThat(looks)
        .filteredOn(look -> look.isBefore(at))
        .noneMatch(look -> look.shows(id))
        .allMatch(look -> look.answer().status() == (isList(look) ? 200 : 404))
        .allMatch(look -> !look.keptUntil().isAfter(at));
    assertThat(looks).filteredOn(look -> look.isAfter(at)).allMatch(look -> look.shows(id));
  }

  @Test
  void whoKeepsAskingWithAnEntityTagMeetsTheArticleInTime() {
    var id = id(newsroom.post("/newsroom/articles", titled("Gefragt").toString()).with(201).json());
    var at = soon();
    publishAt(id, at);
    var paths = List.of("/articles/" + id, "/articles/gefragt");

    var looks = Look.around(at, reader, paths, "If-None-Match", "*");

    inBothTimes(at, looks);
    assertThat(looks)
        .filteredOn(look -> look.isBefore(at))
        .allMatch(look -> look.answer().status() == 404);
    assertThat(looks)
        .filteredOn(look -> look.isAfter(at))
        .allMatch(look -> look.answer().status() == 304);
  }

  @Test
  void aScheduledReplacementTakesOverAtItsTimeWithoutAGap() {
    var old = published(newsroom, listed("Alte Fassung", "ersatz").put("lead", "Alt."));
    var id = id(old);
    save(id, listed("Alte Fassung", "ersatz").put("lead", "Neu."));
    var at = soon();
    publishAt(id, at);

    var looks = Look.around(at, reader, everywhere(id, "alte-fassung", "ersatz"));

    inBothTimes(at, looks);
    assertThat(looks).allMatch(look -> look.articles(id).size() == 1);
    assertThat(looks)
        .filteredOn(look -> look.isBefore(at))
        .allMatch(look -> lead(look, id).equals("Alt."))
        .allMatch(look -> !look.keptUntil().isAfter(at));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(at))
        .allMatch(look -> lead(look, id).equals("Neu."));
  }

  @Test
  void aReplacementMovesFromListToListAndFromSlugToSlugAtItsTime() {
    var id = id(published(newsroom, listed("Umzug", "umzug-von").put("slug", "umzug-von")));
    save(id, listed("Umzug", "umzug-nach").put("slug", "umzug-nach"));
    var at = soon();
    publishAt(id, at);
    var paths =
        List.of(
            "/articles/umzug-von",
            "/articles/umzug-nach",
            section("umzug-von"),
            section("umzug-nach"));

    var looks = Look.around(at, reader, paths);

    inBothTimes(at, looks);
    assertThat(looks)
        .filteredOn(look -> look.isBefore(at))
        .allMatch(look -> look.shows(id) == look.path().endsWith("umzug-von"))
        .allMatch(look -> !look.keptUntil().isAfter(at));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(at))
        .allMatch(look -> look.shows(id) == look.path().endsWith("umzug-nach"));
    var redirect = reader.get("/articles/umzug-von").with(308);
    assertThat(redirect.header("Location")).isEqualTo("/articles/umzug-nach");
    assertThat(redirect.header("Cache-Control")).isEqualTo("max-age=60");
  }

  @Test
  void anArticleExpiresAtItsTime() {
    var end = soon();
    var id = id(published(newsroom, listed("Läuft ab", "ablauf").put("expiresAt", end.toString())));

    var looks = Look.around(end, reader, everywhere(id, "laeuft-ab", "ablauf"));

    inBothTimes(end, looks);
    assertThat(looks)
        .filteredOn(look -> look.isBefore(end))
        .allMatch(look -> look.shows(id))
        .allMatch(look -> !look.keptUntil().isAfter(end));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(end))
        .noneMatch(look -> look.shows(id))
        .allMatch(look -> look.answer().status() == (isList(look) ? 200 : 410));
    var gone = reader.get("/articles/" + id).with(410);
    assertThat(gone.json().path("type").asText()).isEqualTo("/problems/expired");
    assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
    assertThat(newsroom.get("/newsroom/articles/" + id).json().path("status").asText())
        .isEqualTo("expired");
  }

  @Test
  void aWithdrawnArticleIsGoneWithItsReason() {
    var id = id(published(newsroom, listed("Zurückgezogen", "rueckzug")));

    newsroom
        .post("/newsroom/articles/" + id + "/withdraw", "{\"reason\": \"Quelle nicht haltbar.\"}")
        .with(200);

    for (var path : List.of("/articles/" + id, "/articles/zurueckgezogen")) {
      var gone = reader.get(path, "If-None-Match", "*").with(410);
      assertThat(gone.json().path("type").asText()).isEqualTo("/problems/withdrawn");
      assertThat(gone.json().path("reason").asText()).isEqualTo("Quelle nicht haltbar.");
      assertThat(Instant.parse(gone.json().path("withdrawnAt").asText()))
          .isBetween(Look.now().minusSeconds(10), Look.now());
      assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(lists("rueckzug"))
        .noneMatch(path -> Articles.ids(reader.get(path).with(200).json()).contains(id));
  }

  @Test
  void aWithdrawnArticleCanBePublishedAgain() {
    var id = id(published(newsroom, listed("Wieder da", "wieder")));
    var article = "/newsroom/articles/" + id;
    newsroom.post(article + "/withdraw", "{\"reason\": \"Geprüft wird.\"}").with(200);

    newsroom.post(article + "/publish", "").with(200);

    assertThat(everywhere(id, "wieder-da", "wieder"))
        .allMatch(path -> new Look(path, Look.now(), Look.now(), reader.get(path)).shows(id));
  }

  @Test
  void aDraftBesideALiveArticleIsNotSeenAndAnOlderRevisionCanComeBack() {
    var id = id(published(newsroom, titled("Entwurf daneben").put("lead", "Eins.")));
    save(id, titled("Entwurf daneben").put("lead", "Zwei."));
    var beside = reader.get("/articles/" + id).with(200).json();
    newsroom.post("/newsroom/articles/" + id + "/publish", "").with(200);
    var second = reader.get("/articles/" + id).with(200).json();

    newsroom.post("/newsroom/articles/" + id + "/publish", "{\"revision\": 1}").with(200);

    var first = reader.get("/articles/" + id).with(200).json();
    assertThat(Stream.of(beside, second, first).map(shown -> shown.path("lead").asText()))
        .containsExactly("Eins.", "Zwei.", "Eins.");
    assertThat(first.path("revision").asInt()).isEqualTo(1);
    assertThat(first.path("publishedAt")).isEqualTo(beside.path("publishedAt"));
  }

  @Test
  void aChangedSlugRedirectsOnceItIsPublished() {
    var id = id(published(newsroom, titled("Alter Name").put("slug", "alter-name")));
    save(id, titled("Neuer Name").put("slug", "neuer-name"));
    reader.get("/articles/alter-name").with(200);
    reader.get("/articles/neuer-name").with(404);

    newsroom.post("/newsroom/articles/" + id + "/publish", "").with(200);

    var moved = reader.get("/articles/alter-name", "If-None-Match", "*").with(308);
    assertThat(moved.header("Location")).isEqualTo("/articles/neuer-name");
    reader.get("/articles/neuer-name").with(200);
  }

  @Test
  void draftScheduledAndUnknownLookAlike() {
    var draft = newsroom.post("/newsroom/articles", titled("Entwurf X").toString()).with(201);
    var scheduled = newsroom.post("/newsroom/articles", titled("Geplant X").toString()).with(201);
    publishAt(id(scheduled.json()), Look.now().plusSeconds(3_600));

    var answers =
        Stream.of(
                id(draft.json()),
                "entwurf-x",
                id(scheduled.json()),
                "geplant-x",
                "01J0000000000000000000000Z",
                "gibt-es-nicht")
            .flatMap(name ->
                Stream.of(
                    reader.get("/articles/" + name),
                    reader.get("/articles/" + name, "If-None-Match", "*")))
            .toList();

    assertThat(answers.stream().map(VisibilityTest::withoutInstance).distinct()).hasSize(1);
    assertThat(answers.getFirst().status()).isEqualTo(404);
  }

  /** What a reader could tell two answers apart by. */
  private static List<Object> withoutInstance(Answer answer) {
    var document = (ObjectNode) answer.json();
    document.remove("instance");
    var headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> !List.of("date", "apigw-requestid").contains(header.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return List.of(answer.status(), document, headers);
  }

  private static Instant soon() {
    return Look.now().plusMillis(MILLISECONDS_AHEAD);
  }

  /** An article that stands in a section, under a topic and an author of that name. */
  private static ObjectNode listed(String headline, String name) {
    var article = titled(headline).put("section", name);
    article.putArray("topics").add(name);
    article.putArray("authors").addObject().put("name", name);
    return article;
  }

  private static List<String> everywhere(String id, String slug, String name) {
    return Stream.concat(Stream.of("/articles/" + id, "/articles/" + slug), lists(name).stream())
        .toList();
  }

  private static List<String> lists(String name) {
    return List.of(
        "/articles?limit=100",
        section(name),
        "/articles?topic=" + name,
        "/articles?author=" + name);
  }

  private static String section(String name) {
    return "/articles?section=" + name;
  }

  private static boolean isList(Look look) {
    return look.path().startsWith("/articles?");
  }

  private static void inBothTimes(Instant moment, List<Look> looks) {
    var paths = looks.stream().map(Look::path).collect(Collectors.toSet());
    assertThat(paths)
        .allSatisfy(path ->
            assertThat(looks)
                .filteredOn(look -> look.path().equals(path))
                .anyMatch(look -> look.isBefore(moment))
                .anyMatch(look -> look.isAfter(moment)));
  }

  private void save(String id, JsonNode article) {
    newsroom.put("/newsroom/articles/" + id, article.toString(), "If-Match", "*").with(200);
  }

  private void publishAt(String id, Instant at) {
    newsroom.post("/newsroom/articles/" + id + "/publish", "{\"at\": \"" + at + "\"}").with(200);
  }

  private static String lead(Look look, String id) {
    return look.articles(id).getFirst().path("lead").asText();
  }
}
