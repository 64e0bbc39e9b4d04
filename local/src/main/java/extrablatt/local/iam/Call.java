package extrablatt.local.iam;

import java.util.List;
import java.util.Map;

/**
 * Something that somebody wants to do to something.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN of what it is done to; {@code *} where a service knows no resources
 * @param context condition keys with the values that the call has for them
 */
public record Call(String action, String resource, Map<String, List<String>> context) {
  public Call {
    context = Map.copyOf(context);
  }

  /** A call that no condition key says anything of. */
  public static Call of(String action, String resource) {
    return new Call(action, resource, Map.of());
  }
}
