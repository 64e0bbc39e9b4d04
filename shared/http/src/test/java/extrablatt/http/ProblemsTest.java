package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException;
import extrablatt.domain.ingest.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(
            Refusal.malformed("Bad."),
            """
            {"type":"/problems/malformed","title":"Malformed request","status":400,\
            "detail":"Bad.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            Refusal.unauthorized("Who?"),
            """
            {"type":"/problems/unauthorized","title":"Unauthorized","status":401,\
            "detail":"Who?","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            Refusal.forbidden("No."),
            """
            {"type":"/problems/forbidden","title":"Forbidden","status":403,\
            "detail":"No.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new PublishingException.NotFound("Nothing."),
            """
            {"type":"/problems/not-found","title":"Not found","status":404,\
            "detail":"Nothing.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new PublishingException.Conflict("Taken."),
            """
            {"type":"/problems/conflict","title":"Conflict","status":409,\
            "detail":"Taken.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            Refusal.withdrawn("Gone.", "It was \"wrong\"", NOON),
            """
            {"type":"/problems/withdrawn","title":"Withdrawn","status":410,\
            "detail":"Gone.","instance":"urn:request:r1",\
            "reason":"It was \\"wrong\\"","withdrawnAt":"2026-11-22T12:00:00.000Z"}\
            """),
        Arguments.of(
            Refusal.expired("Over."),
            """
            {"type":"/problems/expired","title":"Expired","status":410,\
            "detail":"Over.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new PublishingException.StaleRevision("Changed.", 17),
            """
            {"type":"/problems/stale-revision","title":"Stale revision","status":412,\
            "detail":"Changed.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            Refusal.tooLarge("Much."),
            """
            {"type":"/problems/too-large","title":"Too large","status":413,\
            "detail":"Much.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            Refusal.unsupportedType("What?"),
            """
            {"type":"/problems/unsupported-type","title":"Unsupported media type","status":415,\
            "detail":"What?","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new PublishingException.InvalidContent(
                List.of(Fault.at("/headline", "Missing."), Fault.at("", "Odd."))),
            """
            {"type":"/problems/invalid","title":"Invalid content","status":422,\
            "detail":"2 faults in the content","instance":"urn:request:r1",\
            "errors":[{"pointer":"/headline","detail":"Missing."},\
            {"pointer":"","detail":"Odd."}]}\
            """),
        Arguments.of(
            Refusal.unreadable(
                new Reading.Refused("json", "malformed", List.of(Fault.at(3, 14, "No comma.")))),
            """
            {"type":"/problems/malformed","title":"Malformed request","status":400,\
            "detail":"No comma.","instance":"urn:request:r1",\
            "errors":[{"line":3,"column":14,"detail":"No comma."}]}\
            """),
        Arguments.of(
            Refusal.preconditionRequired("If?"),
            """
            {"type":"/problems/precondition-required","title":"Precondition required",\
            "status":428,"detail":"If?","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new IllegalStateException("the password is 1234"),
            """
            {"type":"/problems/internal","title":"Internal error","status":500,\
            "detail":"Something went wrong on our side.","instance":"urn:request:r1"}\
            """),
        Arguments.of(
            new PublishingException.Busy("table x throttled", Duration.ofSeconds(2)),
            """
            {"type":"/problems/busy","title":"Busy","status":503,\
            "detail":"There is too much to do now; try again later.",\
            "instance":"urn:request:r1"}\
            """));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyFailureIsAProblemDocumentThatNothingKeeps(Exception failure, String document) {
    var response = Problems.of(failure).response("r1");

    assertThat(response.body().text()).isEqualTo(document);
    assertThat(document).contains("\"status\":" + response.status());
    assertThat(response.header("Content-Type")).contains("application/problem+json");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "999, 1", "1000, 1", "1001, 2", "2500, 3", "60000, 60"})
  void waitingTimeIsWholeSecondsRoundedUp(long milliseconds, String retryAfter) {
    var busy = new PublishingException.Busy("later", Duration.ofMillis(milliseconds));

    assertThat(Problems.of(busy).response("r1").header("Retry-After")).contains(retryAfter);
  }

  @Test
  void staleRevisionTellsTheCurrentTag() {
    var stale = new PublishingException.StaleRevision("changed", 17);

    assertThat(Problems.of(stale).response("r1").header("ETag")).contains("\"v17\"");
  }

  @Test
  void callerWithoutATokenIsToldToBringOne() {
    var response = Problems.of(Refusal.unauthorized("Who?")).response("r1");

    assertThat(response.header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void everyTypeIsFoundByItsName() {
    for (var type : ProblemType.values()) {
      var name = type.address().substring("/problems/".length());
      assertThat(ProblemType.named(name)).isEqualTo(type);
    }
  }
}
