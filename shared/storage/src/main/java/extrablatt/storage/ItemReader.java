package extrablatt.storage;

import extrablatt.domain.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item, or a map inside one. */
record ItemReader(Map<String, AttributeValue> attributes) {
  String text(String name) {
    return present(name).s();
  }

  @Nullable String textOrNull(String name) {
    return orNull(name, AttributeValue::s);
  }

  long number(String name) {
    return Long.parseLong(present(name).n());
  }

  int smallNumber(String name) {
    return Integer.parseInt(present(name).n());
  }

  @Nullable Long numberOrNull(String name) {
    return orNull(name, value -> Long.valueOf(value.n()));
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(present(name).bool());
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  @Nullable Instant timeOrNull(String name) {
    return orNull(name, value -> Instant.parse(value.s()));
  }

  Bytes bytes(String name) {
    return Bytes.of(present(name).b().asByteArrayUnsafe());
  }

  @Nullable Bytes bytesOrNull(String name) {
    return orNull(name, value -> Bytes.of(value.b().asByteArrayUnsafe()));
  }

  <T> List<T> texts(String name, Function<String, T> read) {
    var list = attributes.get(name);
    return list == null
        ? List.of()
        : list.l().stream().map(AttributeValue::s).<T>map(read).toList();
  }

  List<Long> numbers(String name) {
    var list = attributes.get(name);
    return list == null
        ? List.of()
        : list.l().stream().map(AttributeValue::n).map(Long::valueOf).toList();
  }

  <T> @Nullable T mapOrNull(String name, Function<ItemReader, T> read) {
    return orNull(name, value -> read.apply(new ItemReader(value.m())));
  }

  <T> List<T> maps(String name, Function<ItemReader, T> read) {
    var list = attributes.get(name);
    return list == null
        ? List.of()
        : list.l().stream().map(value -> read.apply(new ItemReader(value.m()))).toList();
  }

  /** What a text is read as, if it is there. */
  <T> @Nullable T readOrNull(String name, Function<String, T> read) {
    return orNull(name, value -> read.apply(value.s()));
  }

  private <T> @Nullable T orNull(String name, Function<AttributeValue, @Nullable T> read) {
    var value = attributes.get(name);
    return value == null ? null : read.apply(value);
  }

  private AttributeValue present(String name) {
    var value = attributes.get(name);
    if (value == null)
      throw new IllegalStateException(
          "the item " + attributes.get(Key.PARTITION) + " lacks " + name);
    return value;
  }
}
