package extrablatt.e2e;

import static extrablatt.e2e.Articles.titled;
import static extrablatt.e2e.Refused.refused;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which of several problems of one call is answered. */
@ExtendWith(OneStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrecedenceTest {
  private static final String ARTICLES = "/newsroom/articles";
  private static final String NOBODY = "01J0000000000000000000000Z";
  private static final String BROKEN = "{\"headline\": \"Halb";

  private final Api newsroom;
  private final String draft;
  private final String etag;

  PrecedenceTest(Stack stack) {
    newsroom = stack.newsroom();
    var created = newsroom.post(ARTICLES, titled("Mehrere Fehler").toString()).with(201);
    draft = created.required("Location");
    etag = created.etag();
    newsroom.post(ARTICLES, titled("Belegt").put("slug", "belegt").toString()).with(201);
  }

  /** Each call has all the faults from its own on; the first that applies is answered. */
  @TestFactory
  Stream<DynamicTest> theFirstThatAppliesIsAnswered() {
    var nothing = ARTICLES + "/" + NOBODY;
    var large = "x".repeat(1024 * 1024 + 1);
    var text = "text/plain";
    var json = "application/json";
    var faulty = "{\"headline\": 1, \"slug\": \"belegt\"}";
    var taken = "{\"headline\": \"A\", \"urgency\": 99, \"slug\": \"belegt\"}";
    return Stream.of(
            refused(404, "not-found", "before 413", () -> put(nothing, large, text, "unquoted")),
            refused(413, "too-large", "before 415", () -> put(draft, large, text, "unquoted")),
            refused(
                415, "unsupported-type", "before 400", () -> put(draft, BROKEN, text, "unquoted")),
            refused(400, "malformed", "body before 428", () -> newsroom.put(draft, BROKEN)),
            refused(
                400, "malformed", "query before 428", () -> newsroom.put(draft + "?x=1", faulty)),
            refused(428, "precondition-required", "before 409", () -> newsroom.put(draft, faulty)),
            refused(412, "stale-revision", "before 409", () -> put(draft, faulty, json, "\"v99\"")),
            refused(409, "conflict", "before 422 at PUT", () -> put(draft, taken, json, etag)),
            refused(409, "conflict", "before 422 at POST", () -> newsroom.post(ARTICLES, taken)),
            refused(
                409,
                "conflict",
                "before 422 at withdraw",
                () -> newsroom.post(draft + "/withdraw", "{}")))
        .map(Refused::test);
  }

  private Answer put(String path, String body, String type, String tag) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return newsroom.send("PUT", path, bytes, "Content-Type", type, "If-Match", tag);
  }
}
