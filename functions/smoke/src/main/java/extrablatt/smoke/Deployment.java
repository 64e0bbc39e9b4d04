package extrablatt.smoke;

import extrablatt.domain.Bytes;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A deployment by CodeDeploy that waits for our word. */
record Deployment(String id, String hook) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=+/.:-]+");

  Deployment {
    if (!ID.matcher(id).matches() || !ID.matcher(hook).matches())
      throw new IllegalArgumentException("no ids of a deployment");
  }

  /** The deployment that an event of CodeDeploy is about. */
  static Deployment of(Map<String, String> event) {
    return new Deployment(
        field(event, "DeploymentId"), field(event, "LifecycleEventHookExecutionId"));
  }

  private static String field(Map<String, String> event, String name) {
    @Nullable String value = event.get(name);
    if (value == null) throw new IllegalArgumentException("an event without " + name);
    return value;
  }

  /** Lets it go on, or has it rolled back. */
  void tell(boolean passed, URI codeDeploy, Sender sender) {
    var body =
        "{\"deploymentId\":\"%s\",\"lifecycleEventHookExecutionId\":\"%s\",\"status\":\"%s\"}"
            .formatted(id, hook, passed ? "Succeeded" : "Failed");
    var headers =
        Map.of(
            "Content-Type",
            "application/x-amz-json-1.1",
            "X-Amz-Target",
            "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus");
    int status = sender.post(codeDeploy, headers, Bytes.utf8(body)).status();
    if (status != 200) throw new IllegalStateException("CodeDeploy answered " + status);
  }
}
