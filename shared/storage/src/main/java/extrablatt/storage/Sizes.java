package extrablatt.storage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB counts the bytes of an item. */
final class Sizes {
  private static final int OVERHEAD = 4;

  private Sizes() {}

  static long of(Map<String, AttributeValue> attributes) {
    long sum = 0;
    for (var attribute : attributes.entrySet()) {
      sum += of(attribute.getKey()) + of(attribute.getValue()) + OVERHEAD;
    }
    return sum;
  }

  private static long of(AttributeValue value) {
    if (value.s() != null) return of(value.s());
    if (value.n() != null) return value.n().length();
    if (value.b() != null) return value.b().asByteArrayUnsafe().length;
    if (value.hasM()) return of(value.m());
    long sum = 0;
    for (var element : value.l()) sum += of(element) + OVERHEAD;
    return sum;
  }

  private static long of(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
