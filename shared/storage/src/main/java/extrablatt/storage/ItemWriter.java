package extrablatt.storage;

import extrablatt.domain.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes an item, or a map inside one; what has no value is left out. */
final class ItemWriter {
  private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

  static ItemWriter at(Key key) {
    var item = new ItemWriter();
    item.attributes.putAll(key.attributes());
    return item;
  }

  /** A map inside an item. */
  static ItemWriter inside() {
    return new ItemWriter();
  }

  ItemWriter text(String name, @Nullable Object value) {
    if (value != null) attributes.put(name, AttributeValue.fromS(value.toString()));
    return this;
  }

  ItemWriter number(String name, @Nullable Number value) {
    if (value != null) attributes.put(name, AttributeValue.fromN(value.toString()));
    return this;
  }

  ItemWriter flag(String name, boolean value) {
    attributes.put(name, AttributeValue.fromBool(value));
    return this;
  }

  ItemWriter bytes(String name, @Nullable Bytes value) {
    if (value != null) attributes.put(name, binary(value));
    return this;
  }

  ItemWriter texts(String name, List<?> values) {
    if (!values.isEmpty()) attributes.put(name, list(values));
    return this;
  }

  ItemWriter numbers(String name, List<Long> values) {
    var numbers = values.stream().map(value -> AttributeValue.fromN(value.toString())).toList();
    if (!numbers.isEmpty()) attributes.put(name, AttributeValue.fromL(numbers));
    return this;
  }

  ItemWriter map(String name, @Nullable ItemWriter value) {
    if (value != null) attributes.put(name, AttributeValue.fromM(value.attributes));
    return this;
  }

  ItemWriter maps(String name, List<ItemWriter> values) {
    if (!values.isEmpty()) {
      var maps = values.stream().map(value -> AttributeValue.fromM(value.attributes)).toList();
      attributes.put(name, AttributeValue.fromL(maps));
    }
    return this;
  }

  /** An item that was read, at another key. */
  static ItemWriter copyOf(ItemReader item, Key key) {
    var copy = new ItemWriter();
    copy.attributes.putAll(item.attributes());
    copy.attributes.putAll(key.attributes());
    return copy;
  }

  /** The same item at another key. */
  ItemWriter copiedTo(Key key) {
    var copy = new ItemWriter();
    copy.attributes.putAll(attributes);
    copy.attributes.putAll(key.attributes());
    return copy;
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  static AttributeValue binary(Bytes value) {
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value.array()));
  }

  static AttributeValue list(List<?> values) {
    return AttributeValue.fromL(
        values.stream().map(value -> AttributeValue.fromS(value.toString())).toList());
  }

  static AttributeValue time(Instant value) {
    return AttributeValue.fromS(value.toString());
  }
}
