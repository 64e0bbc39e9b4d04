package extrablatt.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function of the template.
 *
 * @param handler {@code package.Class::method}, or the class alone
 * @param memory in MB
 * @param role the logical id of its role; null where SAM would make one
 * @param logGroup the logical id of its log group; null for the one that Lambda would make
 * @param traced whether it sends traces to X-Ray
 */
public record Function(
    String id,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memory,
    List<Trigger> triggers,
    @Nullable String role,
    @Nullable String logGroup,
    boolean traced) {

  public Function {
    environment = Map.copyOf(environment);
    triggers = List.copyOf(triggers);
  }
}
