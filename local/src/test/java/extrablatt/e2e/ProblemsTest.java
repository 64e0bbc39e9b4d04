package extrablatt.e2e;

import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
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
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "errors", "reason", "withdrawnAt");

  /** Words that only the inside knows. */
  private static final List<String> INSIDE =
      List.of(
          "java.",
          "exception",
          "extrablatt.",
          "amazon",
          "dynamo",
          "jackson",
          ".java:",
          "pub#",
          "article#");

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

  /** A call and the problem that it meets. */
  private record Case(
      String name, int status, String type, List<String> pointers, Supplier<Answer> call) {}

  private static Case problem(int status, String type, String name, Supplier<Answer> call) {
    return new Case(name, status, type, List.of(), call);
  }

  private Case invalid(String name, String json, String... pointers) {
    return new Case(name, 422, "invalid", List.of(pointers), () -> newsroom.post(ARTICLES, json));
  }

  @TestFactory
  Stream<DynamicTest> everyProblemOfTheContract() {
    return Stream.of(
            badRequests(), missing(), conflicts(), preconditions(), bodies(), contents(), orders())
        .flatMap(cases -> cases)
        .map(each -> dynamicTest(each.status() + " " + each.name(), () -> check(each)));
  }

  private Stream<Case> badRequests() {
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
        .map(path -> problem(400, "malformed", path, () -> reader.get(path)));
  }

  private String published() {
    return newsroom
        .post(ARTICLES + "?publish=true", titled("Öffentlich").toString())
        .with(201)
        .json()
        .path("id")
        .asText();
  }

  private Stream<Case> missing() {
    var read =
        Stream.of(
                "/articles/" + NOBODY,
                "/articles/gibt-es-nicht",
                "/articles/KEIN_SLUG",
                "/video-teasers/" + NOBODY,
                "/video-teasers/kein-id")
            .map(path -> problem(404, "not-found", path, () -> reader.get(path)));
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
            .map(path -> problem(404, "not-found", path, () -> newsroom.get(path)));
    var written =
        Stream.of(
            problem(
                404,
                "not-found",
                "publish of nothing",
                () -> newsroom.post(ARTICLES + "/" + NOBODY + "/publish", "{}")),
            problem(
                404,
                "not-found",
                "withdraw of nothing",
                () -> newsroom.post(ARTICLES + "/" + NOBODY + "/withdraw", "{}")),
            problem(
                404,
                "not-found",
                "replay of nothing",
                () -> newsroom.post("/newsroom/receipts/" + NOBODY + "/replay", "")));
    return Stream.of(read, asked, written).flatMap(cases -> cases);
  }

  private Stream<Case> conflicts() {
    return Stream.of(
        problem(
            409,
            "conflict",
            "slug taken at creation",
            () -> newsroom.post(ARTICLES, titled("Neu").put("slug", "vergeben").toString())),
        problem(
            409,
            "conflict",
            "slug reserved",
            () -> newsroom.post(ARTICLES, titled("Neu").put("slug", "changes").toString())),
        problem(
            409,
            "conflict",
            "slug taken at save",
            () -> put(titled("Neu").put("slug", "vergeben").toString(), "If-Match", etag)),
        problem(
            409,
            "conflict",
            "guid taken",
            () -> newsroom.post(ARTICLES + "?provider=agentur", withGuid("Neu").toString())),
        problem(
            409,
            "conflict",
            "withdrawal of a draft",
            () -> newsroom.post(draft + "/withdraw", "{\"reason\": \"Nie gezeigt\"}")));
  }

  private static ObjectNode withGuid(String headline) {
    return titled(headline).put("guid", "agentur-1");
  }

  private Stream<Case> preconditions() {
    var good = titled("Gut").toString();
    return Stream.of(
        problem(428, "precondition-required", "PUT without If-Match", () -> put(good)),
        problem(
            428,
            "precondition-required",
            "PATCH without If-Match",
            () -> newsroom.patch(draft, "{}")),
        problem(412, "stale-revision", "stale tag", () -> put(good, "If-Match", "\"v99\"")),
        problem(412, "stale-revision", "weak tag", () -> put(good, "If-Match", "W/" + etag)),
        problem(
            412,
            "stale-revision",
            "stale tag at PATCH",
            () -> newsroom.patch(draft, "{}", "If-Match", "\"v99\"")),
        problem(
            412,
            "stale-revision",
            "stale tag at publish",
            () -> newsroom.post(draft + "/publish", "", "If-Match", "\"v99\"")),
        problem(
            412,
            "stale-revision",
            "stale tag at withdraw",
            () -> newsroom.post(draft + "/withdraw", "{}", "If-Match", "\"v99\"")),
        problem(400, "malformed", "garbage for a tag", () -> put(good, "If-Match", "v1")),
        problem(
            400,
            "malformed",
            "garbage for a known tag",
            () -> reader.get("/articles", "If-None-Match", "unquoted")),
        problem(
            400,
            "malformed",
            "long Idempotency-Key",
            () -> newsroom.post(ARTICLES, good, "Idempotency-Key", "k".repeat(256))),
        problem(
            400,
            "malformed",
            "Idempotency-Key with a space",
            () -> newsroom.post(ARTICLES, good, "Idempotency-Key", "zwei Worte")),
        problem(
            400,
            "malformed",
            "publish is neither true nor false",
            () -> newsroom.post(ARTICLES + "?publish=ja", good)));
  }

  private Answer put(String json, String... headers) {
    return newsroom.put(draft, json, headers);
  }

  private Stream<Case> bodies() {
    var large = titled("Groß").put("lead", "x".repeat(1024 * 1024)).toString();
    return Stream.of(
        problem(400, "malformed", "no JSON at POST", () -> newsroom.post(ARTICLES, BROKEN)),
        problem(400, "malformed", "an array at POST", () -> newsroom.post(ARTICLES, "[]")),
        problem(400, "malformed", "nothing at POST", () -> newsroom.post(ARTICLES, "")),
        problem(400, "malformed", "no JSON at PUT", () -> put(BROKEN, "If-Match", etag)),
        problem(
            400,
            "malformed",
            "no JSON at PATCH",
            () -> newsroom.patch(draft, BROKEN, "If-Match", etag)),
        problem(
            400,
            "malformed",
            "no JSON at publish",
            () -> newsroom.post(draft + "/publish", BROKEN)),
        problem(413, "too-large", "POST", () -> newsroom.post(ARTICLES, large)),
        problem(413, "too-large", "PUT", () -> put(large, "If-Match", etag)),
        problem(
            415,
            "unsupported-type",
            "POST of a picture",
            () -> newsroom.post(ARTICLES, "x", "Content-Type", "image/png")),
        problem(
            415,
            "unsupported-type",
            "PUT of text",
            () -> put("x", "Content-Type", "text/plain", "If-Match", etag)),
        problem(
            415,
            "unsupported-type",
            "PATCH of plain JSON",
            () ->
                newsroom.patch(draft, "{}", "Content-Type", "application/json", "If-Match", etag)),
        problem(
            415,
            "unsupported-type",
            "publish of text",
            () -> newsroom.post(draft + "/publish", "{}", "Content-Type", "text/plain")));
  }

  private Stream<Case> contents() {
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
        new Case(
            "all faults at PUT",
            422,
            "invalid",
            List.of("/urgency", "/x", "/guid"),
            () ->
                put(
                    "{\"headline\": \"A\", \"urgency\": 10, \"x\": 1, \"guid\": \"g\"}",
                    "If-Match",
                    etag)),
        new Case(
            "null for what has to be there at PATCH",
            422,
            "invalid",
            List.of("/headline"),
            () -> newsroom.patch(draft, "{\"headline\": null}", "If-Match", etag)),
        problem(422, "invalid", "another body under one key", this::otherBody));
  }

  private Answer otherBody() {
    var key = UUID.randomUUID().toString();
    newsroom.post(ARTICLES, titled("Eins").toString(), "Idempotency-Key", key).with(201);
    return newsroom.post(ARTICLES, titled("Zwei").toString(), "Idempotency-Key", key);
  }

  private Stream<Case> orders() {
    var path = ARTICLES + "/" + published();
    return Stream.of(
        new Case(
            "publish of a revision that is not there",
            422,
            "invalid",
            List.of("/revision"),
            () -> newsroom.post(draft + "/publish", "{\"revision\": 9}")),
        new Case(
            "publish with unknown and wrong fields",
            422,
            "invalid",
            List.of("/at", "/wann"),
            () -> newsroom.post(draft + "/publish", "{\"at\": \"morgen\", \"wann\": 1}")),
        new Case(
            "withdraw without a reason",
            422,
            "invalid",
            List.of("/reason"),
            () -> newsroom.post(path + "/withdraw", "{}")),
        new Case(
            "withdraw with a long reason",
            422,
            "invalid",
            List.of("/reason"),
            () -> newsroom.post(path + "/withdraw", "{\"reason\": \"" + "x".repeat(501) + "\"}")));
  }

  private void check(Case expected) {
    var answer = expected.call().get();

    isAProblem(answer, expected.status(), expected.type());
    if (!expected.pointers().isEmpty()) {
      assertThat(Articles.pointers(answer.json()))
          .containsExactlyInAnyOrderElementsOf(expected.pointers());
    }
    if (expected.status() == 412) assertThat(answer.etag()).isEqualTo(etag);
  }

  static void isAProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var problem = answer.json();
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText())
        .isEqualTo("urn:request:" + answer.required("apigw-requestid"));
    assertThat(names(problem)).isSubsetOf(MEMBERS);
    for (var error : problem.path("errors")) {
      assertThat(names(error))
          .isIn(Set.of("pointer", "detail"), Set.of("line", "column", "detail"));
    }
    var text = answer.text().toLowerCase(Locale.ROOT);
    assertThat(INSIDE).noneMatch(text::contains);
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() {
    var answer = newsroom.post(ARTICLES, "{\n  \"headline\": \"A\",\n  \"lead\" \"B\"\n}");

    isAProblem(answer, 400, "malformed");
    assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(3);
    assertThat(answer.json().at("/errors/0/column").asInt()).isPositive();
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

  /** Each call has all the faults from its own on; the first that applies is answered. */
  @TestFactory
  Stream<DynamicTest> theFirstThatAppliesIsAnswered() {
    var nothing = ARTICLES + "/" + NOBODY;
    var large = "x".repeat(1024 * 1024 + 1);
    var text = "text/plain";
    var json = "application/json";
    var faulty = "{\"headline\": 1, \"slug\": \"vergeben\"}";
    var taken = "{\"headline\": \"A\", \"urgency\": 99, \"slug\": \"vergeben\"}";
    return Stream.of(
            problem(404, "not-found", "before 413", () -> put(nothing, large, text, "unquoted")),
            problem(413, "too-large", "before 415", () -> put(draft, large, text, "unquoted")),
            problem(
                415, "unsupported-type", "before 400", () -> put(draft, BROKEN, text, "unquoted")),
            problem(400, "malformed", "body before 428", () -> newsroom.put(draft, BROKEN)),
            problem(
                400, "malformed", "query before 428", () -> newsroom.put(draft + "?x=1", faulty)),
            problem(428, "precondition-required", "before 409", () -> newsroom.put(draft, faulty)),
            problem(412, "stale-revision", "before 409", () -> put(draft, faulty, json, "\"v99\"")),
            problem(409, "conflict", "before 422 at PUT", () -> put(draft, taken, json, etag)),
            problem(409, "conflict", "before 422 at POST", () -> newsroom.post(ARTICLES, taken)),
            problem(
                409,
                "conflict",
                "before 422 at withdraw",
                () -> newsroom.post(draft + "/withdraw", "{}")))
        .map(each -> dynamicTest(each.status() + " " + each.name(), () -> check(each)));
  }

  private Answer put(String path, String body, String type, String tag) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return newsroom.send("PUT", path, bytes, "Content-Type", type, "If-Match", tag);
  }
}
