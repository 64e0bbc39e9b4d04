package extrablatt.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.storage.SignedPost.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SmokeTestFunctionTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LAMBDA_URL", "https://lambda.example",
          "CODE_DEPLOY_URL", "https://codedeploy.example",
          "NEW_VERSION", "arn:aws:lambda:eu-central-1:1:function:delivery:7");
  private static final Map<String, String> EVENT =
      Map.of("DeploymentId", "d-ABC123", "LifecycleEventHookExecutionId", "eyJh+b/c=");
  private static final Answer OK = answer(200, "{\"statusCode\":200,\"body\":\"\"}");

  private final List<URI> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void aVersionThatAnswersReadersGoesOn() {
    var outcome = function(OK).handleRequest(EVENT, null);

    assertThat(outcome).isEqualTo("passed");
    assertThat(asked)
        .containsExactly(
            URI.create(
                "https://lambda.example/2015-03-31/functions/"
                    + "arn%3Aaws%3Alambda%3Aeu-central-1%3A1%3Afunction%3Adelivery%3A7/invocations"));
    assertThat(told)
        .containsExactly(
            "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus"
                + " {\"deploymentId\":\"d-ABC123\",\"lifecycleEventHookExecutionId\":\"eyJh+b/c=\","
                + "\"status\":\"Succeeded\"}");
  }

  @Test
  void aVersionThatAnswersWithAFaultIsRolledBack() {
    var fault = answer(200, "{\"statusCode\":500,\"body\":\"{\\\"statusCode\\\":200}\"}");

    assertThat(function(fault).handleRequest(EVENT, null)).isEqualTo("failed");
    assertThat(told).singleElement().asString().contains("\"status\":\"Failed\"");
  }

  @Test
  void aVersionThatDiesIsRolledBack() {
    var died = new Answer(200, Map.of("x-amz-function-error", List.of("Unhandled")), OK.body());

    assertThat(function(died).handleRequest(EVENT, null)).isEqualTo("failed");
    assertThat(told).singleElement().asString().contains("\"status\":\"Failed\"");
  }

  @Test
  void aVersionThatLambdaRefusesToStartIsRolledBack() {
    assertThat(function(answer(502, OK.body().text())).handleRequest(EVENT, null))
        .isEqualTo("failed");
  }

  @Test
  void aVersionThatDoesNotAnswerInTimeIsRolledBack() {
    Sender silent =
        (address, headers, body) -> {
          throw new Busy("no answer", Duration.ofSeconds(20));
        };

    var outcome =
        new SmokeTestFunction(ENVIRONMENT, silent, codeDeploy(200)).handleRequest(EVENT, null);

    assertThat(outcome).isEqualTo("failed");
    assertThat(told).singleElement().asString().contains("\"status\":\"Failed\"");
  }

  @Test
  void failsWhereCodeDeployDoesNotTakeTheWord() {
    var function =
        new SmokeTestFunction(ENVIRONMENT, (address, headers, body) -> OK, codeDeploy(400));

    assertThatThrownBy(() -> function.handleRequest(EVENT, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CodeDeploy answered 400");
  }

  @Test
  void anEventThatIsNotCodeDeploysTriesNothing() {
    var forged = Map.of("DeploymentId", "d\",\"x", "LifecycleEventHookExecutionId", "h");

    assertThatThrownBy(() -> function(OK).handleRequest(forged, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(asked).isEmpty();
  }

  private SmokeTestFunction function(Answer answer) {
    return new SmokeTestFunction(
        ENVIRONMENT,
        (address, headers, body) -> {
          asked.add(address);
          return answer;
        },
        codeDeploy(200));
  }

  private Sender codeDeploy(int status) {
    return (address, headers, body) -> {
      told.add(headers.get("X-Amz-Target") + " " + body.text());
      return answer(status, "");
    };
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, Map.of(), Bytes.utf8(body));
  }
}
