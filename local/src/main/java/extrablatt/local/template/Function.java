package extrablatt.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function of the template.
 *
 * @param handler {@code package.Class::method}, or the class alone
 * @param memory in MB
 */
public record Function(
    String id,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memory,
    List<Trigger> triggers) {

  public Function {
    environment = Map.copyOf(environment);
    triggers = List.copyOf(triggers);
  }
}
