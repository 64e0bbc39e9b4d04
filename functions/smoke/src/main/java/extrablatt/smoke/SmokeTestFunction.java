package extrablatt.smoke;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.log.Call;
import extrablatt.log.Log;
import extrablatt.storage.SignedPost;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the new version of the delivery function for the list of articles before readers are sent to
 * it, and tells CodeDeploy whether it answered; if not, the deployment is rolled back.
 */
public final class SmokeTestFunction implements RequestHandler<Map<String, String>, String> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Log log = Log.standard();
  private final NewVersion version;
  private final URI codeDeployUrl;
  private final Sender codeDeploy;

  /** Wired by the process's environment. */
  public SmokeTestFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public SmokeTestFunction(Map<String, String> environment) {
    this(
        environment,
        SignedPost.patient("lambda", PATIENCE, environment)::post,
        SignedPost.patient("codedeploy", PATIENCE, environment)::post);
  }

  SmokeTestFunction(Map<String, String> environment, Sender lambda, Sender codeDeploy) {
    this.version =
        new NewVersion(
            needed(environment, "LAMBDA_URL"), needed(environment, "NEW_VERSION"), lambda);
    this.codeDeployUrl = URI.create(needed(environment, "CODE_DEPLOY_URL"));
    this.codeDeploy = codeDeploy;
  }

  private static String needed(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank())
      throw new IllegalStateException("the environment lacks " + name);
    return value;
  }

  /** Answers whether the version passed; CodeDeploy has been told by then. */
  @Override
  public String handleRequest(Map<String, String> event, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> handle(Deployment.of(event)));
  }

  private String handle(Deployment deployment) {
    var started = System.nanoTime();
    var outcome = passes() ? "passed" : "failed";
    deployment.tell(outcome.equals("passed"), codeDeployUrl, codeDeploy);
    log.line("smoke-test")
        .text("deploymentId", deployment.id())
        .text("outcome", outcome)
        .since(started)
        .write();
    return outcome;
  }

  private boolean passes() {
    try {
      return version.answers();
    } catch (Busy noAnswer) {
      return false;
    }
  }
}
