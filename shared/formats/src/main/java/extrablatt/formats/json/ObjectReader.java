package extrablatt.formats.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object by name. In the end every field that nobody asked for is a fault.
 */
final class ObjectReader {
  private static final int LONGEST_NAME_SHOWN = 100;

  private final Map<String, JsonValue> fields;
  private final String pointer;
  private final ValueReader values;
  private final boolean readable;
  private final Set<String> known = new HashSet<>();

  ObjectReader(Map<String, JsonValue> fields, String pointer, ValueReader values) {
    this(fields, pointer, values, true);
  }

  private ObjectReader(
      Map<String, JsonValue> fields, String pointer, ValueReader values, boolean readable) {
    this.fields = fields;
    this.pointer = pointer;
    this.values = values;
    this.readable = readable;
  }

  /** Stands for a value that is no object: it has no fields, and none of them is missed. */
  static ObjectReader unreadable(String pointer, ValueReader values) {
    return new ObjectReader(Map.of(), pointer, values, false);
  }

  boolean isReadable() {
    return readable;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  void fault(String name, String detail) {
    values.fault(at(name), detail);
  }

  /** A text that says something; a blank one is as good as none. */
  @Nullable String text(String name) {
    var text = read(name, values::text);
    return text == null || text.isBlank() ? null : text;
  }

  /** A text in which being blank means something. */
  @Nullable String exactText(String name) {
    return read(name, values::text);
  }

  String requiredText(String name) {
    return required(name, values::text, "");
  }

  String requiredHtml(String name) {
    return required(name, values::html, "");
  }

  @Nullable Long wholeNumber(String name) {
    return read(name, values::wholeNumber);
  }

  /** A number that fits into 32 bits. */
  @Nullable Integer integer(String name) {
    var number = wholeNumber(name);
    if (number == null) return null;
    if (number == number.intValue()) return number.intValue();
    fault(name, "is out of range");
    return null;
  }

  boolean flag(String name) {
    var flag = read(name, values::flag);
    return flag != null && flag;
  }

  @Nullable Boolean flagOrNull(String name) {
    return read(name, values::flag);
  }

  /** A number with or without decimals. */
  @Nullable Double decimal(String name) {
    return read(name, values::decimal);
  }

  @Nullable Instant time(String name) {
    return read(name, values::time);
  }

  @Nullable Duration duration(String name) {
    return read(name, values::duration);
  }

  @Nullable LocalDate date(String name) {
    return read(name, values::date);
  }

  <T> @Nullable T object(String name, Function<ObjectReader, T> reading) {
    return this.<T>read(name, (value, place) -> reading.apply(values.object(value, place)));
  }

  <T> List<T> objects(String name, Function<ObjectReader, T> reading) {
    return this.<T>list(name, (value, place) -> reading.apply(values.object(value, place)));
  }

  List<String> texts(String name) {
    return list(name, values::text);
  }

  List<String> htmls(String name) {
    return list(name, values::html);
  }

  List<List<String>> htmlRows(String name) {
    return list(name, (row, place) -> values.list(row, place, values::html));
  }

  /** A field that may be there and says nothing to us. */
  void ignore(Collection<String> names) {
    known.addAll(names);
  }

  /** For an object of which nobody can say which fields it may have. */
  void ignoreAll() {
    ignore(fields.keySet());
  }

  void requirePresent(String name) {
    if (readable && !has(name)) fault(name, "is missing");
  }

  void refuseUnknown() {
    refuseUnknown("is not a known field");
  }

  void refuseUnknown(String detail) {
    for (var place : unknown()) values.fault(place, detail);
  }

  /** The pointers of the fields that nobody has asked for, in their order. */
  List<String> unknown() {
    return fields.keySet().stream().filter(name -> !known.contains(name)).map(this::at).toList();
  }

  private <T> List<T> list(String name, BiFunction<JsonValue, String, T> element) {
    var list = this.<List<T>>read(name, (value, place) -> values.list(value, place, element));
    return list == null ? List.of() : list;
  }

  private <T> T required(String name, BiFunction<JsonValue, String, T> reading, T placeholder) {
    requirePresent(name);
    var value = read(name, reading);
    return value == null ? placeholder : value;
  }

  private <T> @Nullable T read(
      String name, BiFunction<JsonValue, String, ? extends @Nullable T> reading) {
    known.add(name);
    var value = fields.get(name);
    return value == null ? null : reading.apply(value, at(name));
  }

  /** The pointer of a field, its name escaped as in RFC 6901. */
  private String at(String name) {
    var shown = PlainText.shortened(name, LONGEST_NAME_SHOWN);
    return pointer + "/" + shown.replace("~", "~0").replace("/", "~1");
  }
}
