package extrablatt.local.template;

import java.util.List;

/**
 * A rule of the event bus.
 *
 * @param targets the logical ids of the resources that get the events
 */
public record EventRule(String id, EventPattern pattern, List<String> targets) {

  public EventRule {
    targets = List.copyOf(targets);
  }
}
