package extrablatt.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The bytes of an item as AWS counts them. */
final class ItemSize {
  private static final int OF_A_CONTAINER = 3;

  private ItemSize() {}

  static long of(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToLong(attribute -> of(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> of(value.s());
      case N -> value.n().length() / 2 + 1;
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case M -> OF_A_CONTAINER + value.m().size() + of(value.m());
      case L ->
          OF_A_CONTAINER + value.l().size() + value.l().stream().mapToLong(ItemSize::of).sum();
      case SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("the table has no such attributes: " + value.type());
    };
  }

  private static long of(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
