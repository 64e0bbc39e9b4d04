package extrablatt.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Optimistic locking: a row has a version, and a write names the one that it was read with. */
final class Versions {
  private Versions() {}

  /** That a row still has that version; without one, that there is no row. */
  static Expression unchanged(@Nullable Long version) {
    if (version == null) return Expression.ABSENT;
    return new Expression(
        "#version = :version", Map.of(":version", AttributeValue.fromN(version.toString())));
  }
}
