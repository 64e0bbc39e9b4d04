package extrablatt.e2e;

import static extrablatt.e2e.Articles.titled;
import static extrablatt.e2e.ProblemDocument.isAProblem;
import static extrablatt.e2e.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every error of the contract, as the gateway hands it out. */
@ExtendWith(OneStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsTest {
  private static final String ARTICLES = "/newsroom/articles";
  private static final String NOBODY = "01J0000000000000000000000Z";
  private static final String BROKEN = "{\"headline\": \"Halb";
  private final Api reader;
  private final Api newsroom;

  /** A draft that every test may look at and none changes. */
  private final String draft;

  private final String etag;

  ProblemsTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
    var created = newsroom.post(ARTICLES, titled("Bleibt Entwurf").toString()).with(201);
    draft = created.required("Location");
    etag = created.etag();
    newsroom.post(ARTICLES, titled("Vergeben").put("slug", "vergeben").toString()).with(201);
    newsroom.post(ARTICLES + "?provider=agentur", withGuid("Bekannt").toString()).with(201);
  }

  private Refused invalid(String name, String json, String... pointers) {
    return new Refused(
        name, 422, "invalid", List.of(pointers), () -> newsroom.post(ARTICLES, json));
  }

  @TestFactory
  Stream<DynamicTest> everyProblemOfTheContract() {
    return Stream.of(
            badRequests(), missing(), conflicts(), preconditions(), bodies(), contents(), orders())
        .flatMap(cases -> cases)
        .map(Refused::test);
  }

  private Stream<Refused> badRequests() {
    var next = reader.get("/articles?limit=1").with(200).json().path("next").asText();
    return Stream.of(
            "/articles?limit=0",
            "/articles?limit=101",
            "/articles?limit=-1",
            "/articles?limit=viele",
            "/articles?limit=1&limit=2",
            "/articles?section=a&topic=b",
            "/articles?sektion=a",
            "/articles?cursor=gefaelscht",
            "/articles?cursor=",
            "/articles?topic=%ff",
            "/articles/" + published() + "?x=1",
            "/video-teasers?section=a",
            "/video-teasers?cursor=" + next,
            "/articles?topic=b&cursor=" + next)
        .map(path -> refused(400, "malformed", path, () -> reader.get(path)));
  }

  private String published() {
    return newsroom
        .post(ARTICLES + "?publish=true", titled("Öffentlich").toString())
        .with(201)
        .json()
        .path("id")
        .asText();
  }

  private Stream<Refused> missing() {
    var read =
        Stream.of(
                "/articles/" + NOBODY,
                "/articles/gibt-es-nicht",
                "/articles/KEIN_SLUG",
                "/video-teasers/" + NOBODY,
                "/video-teasers/kein-id")
            .map(path -> refused(404, "not-found", path, () -> reader.get(path)));
    var asked =
        Stream.of(
                ARTICLES + "/" + NOBODY,
                ARTICLES + "/kein-id",
                ARTICLES + "/" + NOBODY + "/revisions",
                draft + "/revisions/2",
                draft + "/revisions/0",
                draft + "/revisions/eins",
                "/newsroom/receipts/" + NOBODY,
                "/newsroom/video-teasers/" + NOBODY)
            .map(path -> refused(404, "not-found", path, () -> newsroom.get(path)));
    var written =
        Stream.of(
            refused(
                404,
                "not-found",
                "publish of nothing",
                () -> newsroom.post(ARTICLES + "/" + NOBODY + "/publish", "{}")),
            refused(
                404,
                "not-found",
                "withdraw of nothing",
                () -> newsroom.post(ARTICLES + "/" + NOBODY + "/withdraw", "{}")),
            refused(
                404,
                "not-found",
                "replay of nothing",
                () -> newsroom.post("/newsroom/receipts/" + NOBODY + "/replay", "")));
    return Stream.of(read, asked, written).flatMap(cases -> cases);
  }

  private Stream<Refused> conflicts() {
    return Stream.of(
        refused(
            409,
            "conflict",
            "slug taken at creation",
            () -> newsroom.post(ARTICLES, titled("Neu").put("slug", "vergeben").toString())),
        refused(
            409,
            "conflict",
            "slug reserved",
            () -> newsroom.post(ARTICLES, titled("Neu").put("slug", "changes").toString())),
        refused(
            409,
            "conflict",
            "slug taken at save",
            () -> put(titled("Neu").put("slug", "vergeben").toString(), "If-Match", etag)),
        refused(
            409,
            "conflict",
            "guid taken",
            () -> newsroom.post(ARTICLES + "?provider=agentur", withGuid("Neu").toString())),
        refused(
            409,
            "conflict",
            "withdrawal of a draft",
            () -> newsroom.post(draft + "/withdraw", "{\"reason\": \"Nie gezeigt\"}")));
  }

  private static ObjectNode withGuid(String headline) {
    return titled(headline).put("guid", "agentur-1");
  }

  private Stream<Refused> preconditions() {
    var good = titled("Gut").toString();
    return Stream.of(
        refused(428, "precondition-required", "PUT without If-Match", () -> put(good)),
        refused(
            428,
            "precondition-required",
            "PATCH without If-Match",
            () -> newsroom.patch(draft, "{}")),
        refused(412, "stale-revision", "stale tag", () -> put(good, "If-Match", "\"v99\"")),
        refused(412, "stale-revision", "weak tag", () -> put(good, "If-Match", "W/" + etag)),
        refused(
            412,
            "stale-revision",
            "stale tag at PATCH",
            () -> newsroom.patch(draft, "{}", "If-Match", "\"v99\"")),
        refused(
            412,
            "stale-revision",
            "stale tag at publish",
            () -> newsroom.post(draft + "/publish", "", "If-Match", "\"v99\"")),
        refused(
            412,
            "stale-revision",
            "stale tag at withdraw",
            () -> newsroom.post(draft + "/withdraw", "{}", "If-Match", "\"v99\"")),
        refused(400, "malformed", "garbage for a tag", () -> put(good, "If-Match", "v1")),
        refused(
            400,
            "malformed",
            "garbage for a known tag",
            () -> reader.get("/articles", "If-None-Match", "unquoted")),
        refused(
            400,
            "malformed",
            "long Idempotency-Key",
            () -> newsroom.post(ARTICLES, good, "Idempotency-Key", "k".repeat(256))),
        refused(
            400,
            "malformed",
            "Idempotency-Key with a space",
            () -> newsroom.post(ARTICLES, good, "Idempotency-Key", "zwei Worte")),
        refused(
            400,
            "malformed",
            "publish is neither true nor false",
            () -> newsroom.post(ARTICLES + "?publish=ja", good)));
  }

  private Answer put(String json, String... headers) {
    return newsroom.put(draft, json, headers);
  }

  private Stream<Refused> bodies() {
    var large = titled("Groß").put("lead", "x".repeat(1024 * 1024)).toString();
    return Stream.of(
        refused(400, "malformed", "no JSON at POST", () -> newsroom.post(ARTICLES, BROKEN)),
        refused(400, "malformed", "an array at POST", () -> newsroom.post(ARTICLES, "[]")),
        refused(400, "malformed", "nothing at POST", () -> newsroom.post(ARTICLES, "")),
        refused(400, "malformed", "no JSON at PUT", () -> put(BROKEN, "If-Match", etag)),
        refused(
            400,
            "malformed",
            "no JSON at PATCH",
            () -> newsroom.patch(draft, BROKEN, "If-Match", etag)),
        refused(
            400,
            "malformed",
            "no JSON at publish",
            () -> newsroom.post(draft + "/publish", BROKEN)),
        refused(413, "too-large", "POST", () -> newsroom.post(ARTICLES, large)),
        refused(413, "too-large", "PUT", () -> put(large, "If-Match", etag)),
        refused(
            415,
            "unsupported-type",
            "POST of a picture",
            () -> newsroom.post(ARTICLES, "x", "Content-Type", "image/png")),
        refused(
            415,
            "unsupported-type",
            "PUT of text",
            () -> put("x", "Content-Type", "text/plain", "If-Match", etag)),
        refused(
            415,
            "unsupported-type",
            "PATCH of plain JSON",
            () ->
                newsroom.patch(draft, "{}", "Content-Type", "application/json", "If-Match", etag)),
        refused(
            415,
            "unsupported-type",
            "publish of text",
            () -> newsroom.post(draft + "/publish", "{}", "Content-Type", "text/plain")));
  }

  private Stream<Refused> contents() {
    var article = titled("Zu viel").put("urgency", 0);
    for (int i = 0; i < 13; i++) article.withArray("topics").add("Thema " + i);
    return Stream.of(
        invalid("headline missing", "{\"body\": []}", "/headline"),
        invalid("headline null", "{\"headline\": null}", "/headline"),
        invalid("null in a list", "{\"headline\": \"A\", \"topics\": [null]}", "/topics/0"),
        invalid("unknown field", "{\"headline\": \"A\", \"headlin\": \"B\"}", "/headlin"),
        invalid("wrong type", "{\"headline\": 7, \"breaking\": \"ja\"}", "/headline", "/breaking"),
        invalid("slug", "{\"headline\": \"A\", \"slug\": \"Kein Slug\"}", "/slug"),
        invalid(
            "time without offset",
            "{\"headline\": \"A\", \"expiresAt\": \"2030-01-01T00:00:00\"}",
            "/expiresAt"),
        invalid(
            "long headline", titled("A").put("headline", "x".repeat(301)).toString(), "/headline"),
        invalid("long lead", titled("A").put("lead", "x".repeat(2_001)).toString(), "/lead"),
        invalid("range and number at once", article.toString(), "/urgency", "/topics/12"),
        invalid("a pointer with escapes", "{\"headline\": \"A\", \"a/b~c\": 1}", "/a~1b~0c"),
        invalid(
            "a field inside a block",
            """
            {"headline": "A", "body": [{"type": "paragraph", "html": "x"},
             {"type": "quote", "text": "y", "sprecher": "z"}, {"type": "unbekannt"},
             {"type": "infobox", "body": [{"type": "heading", "level": 7, "text": "t"}]}]}
            """,
            "/body/1/sprecher",
            "/body/2/type",
            "/body/3/body/0/level"),
        invalid(
            "unknown teaser",
            "{\"headline\": \"A\", \"body\": [{\"type\": \"videoTeaser\", \"teaser\": {\"id\": \""
                + NOBODY
                + "\"}}]}",
            "/body/0/teaser/id"),
        invalid(
            "unknown liveblog",
            "{\"headline\": \"A\", \"body\": [{\"type\": \"liveblogTeaser\", \"liveblog\": {\"id\":"
                + " \""
                + NOBODY
                + "\"}}]}",
            "/body/0/liveblog/id"),
        new Refused(
            "all faults at PUT",
            422,
            "invalid",
            List.of("/urgency", "/x", "/guid"),
            () ->
                put(
                    "{\"headline\": \"A\", \"urgency\": 10, \"x\": 1, \"guid\": \"g\"}",
                    "If-Match",
                    etag)),
        new Refused(
            "null for what has to be there at PATCH",
            422,
            "invalid",
            List.of("/headline"),
            () -> newsroom.patch(draft, "{\"headline\": null}", "If-Match", etag)),
        refused(422, "invalid", "another body under one key", this::otherBody));
  }

  private Answer otherBody() {
    var key = UUID.randomUUID().toString();
    newsroom.post(ARTICLES, titled("Eins").toString(), "Idempotency-Key", key).with(201);
    return newsroom.post(ARTICLES, titled("Zwei").toString(), "Idempotency-Key", key);
  }

  private Stream<Refused> orders() {
    var path = ARTICLES + "/" + published();
    return Stream.of(
        new Refused(
            "publish of a revision that is not there",
            422,
            "invalid",
            List.of("/revision"),
            () -> newsroom.post(draft + "/publish", "{\"revision\": 9}")),
        new Refused(
            "publish with unknown and wrong fields",
            422,
            "invalid",
            List.of("/at", "/wann"),
            () -> newsroom.post(draft + "/publish", "{\"at\": \"morgen\", \"wann\": 1}")),
        new Refused(
            "withdraw without a reason",
            422,
            "invalid",
            List.of("/reason"),
            () -> newsroom.post(path + "/withdraw", "{}")),
        new Refused(
            "withdraw with a long reason",
            422,
            "invalid",
            List.of("/reason"),
            () -> newsroom.post(path + "/withdraw", "{\"reason\": \"" + "x".repeat(501) + "\"}")));
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() {
    var answer = newsroom.post(ARTICLES, "{\n  \"headline\": \"A\",\n  \"lead\" \"B\"\n}");

    isAProblem(answer, 400, "malformed");
    assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(3);
    assertThat(answer.json().at("/errors/0/column").asInt()).isPositive();
  }

  @Test
  void whoIsStaleIsToldTheCurrentTag() {
    var answer = put(titled("Zu spät").toString(), "If-Match", "\"v99\"");

    isAProblem(answer, 412, "stale-revision");
    assertThat(answer.etag()).isEqualTo(etag);
  }

  @Test
  void whatNoFunctionCanTakeIsTheGatewaysToRefuse() {
    var answer = newsroom.post(ARTICLES, titled("x".repeat(7 * 1024 * 1024)).toString());

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().has("message")).isTrue();
  }

  @Test
  void aSecondWithdrawalIsAConflict() {
    var path = ARTICLES + "/" + published() + "/withdraw";
    newsroom.post(path, "{\"reason\": \"Einmal reicht\"}").with(200);

    isAProblem(newsroom.post(path, "{\"reason\": \"Noch einmal\"}"), 409, "conflict");
  }

  @Test
  void titlesAreConstantForEachType() {
    var one = newsroom.post(ARTICLES, "{}").json();
    var other = newsroom.post(draft + "/publish", "{\"revision\": 9}").json();

    assertThat(one.path("title")).isEqualTo(other.path("title"));
    assertThat(one.path("detail")).isNotEqualTo(other.path("detail"));
  }

  @Test
  void headAnswersAProblemWithoutItsBody() {
    var answer = reader.head("/articles/gibt-es-nicht");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aCheckNeverFailsButSaysWhatIsWrong() {
    var bad = newsroom.post("/newsroom/check", "{\"headlin\": \"A\"}").with(200).json();
    var broken = newsroom.post("/newsroom/check", BROKEN).with(200).json();
    var good = newsroom.post("/newsroom/check", titled("Gut").toString()).with(200).json();

    assertThat(bad.path("accepted").asBoolean()).isFalse();
    assertThat(Articles.pointers(bad)).containsExactlyInAnyOrder("/headline", "/headlin");
    assertThat(broken.path("accepted").asBoolean()).isFalse();
    assertThat(good.path("accepted").asBoolean()).isTrue();
    assertThat(good.at("/article/headline").asText()).isEqualTo("Gut");
    assertThat(good.path("errors")).isEmpty();
    assertThat(good.has("warnings")).isTrue();
  }
}
