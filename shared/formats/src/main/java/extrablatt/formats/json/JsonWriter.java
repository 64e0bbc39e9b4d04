package extrablatt.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import extrablatt.formats.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document, cut into pieces wherever a condition begins or ends. What has no value
 * is left out.
 */
final class JsonWriter {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
  private final List<Piece> pieces = new ArrayList<>();
  private final JsonGenerator json;
  private @Nullable Condition condition;
  private boolean betweenElements;

  private JsonWriter(@Nullable Condition condition) {
    this.condition = condition;
    try {
      json = FACTORY.createGenerator(buffer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** An object that is the same for everybody. */
  static Bytes object(Consumer<JsonWriter> fields) {
    return rendering(null, fields).pieces().getFirst().bytes();
  }

  /** An object that is shown under a condition, if there is one. */
  static Rendering rendering(@Nullable Condition condition, Consumer<JsonWriter> fields) {
    var writer = new JsonWriter(condition);
    writer.element(fields);
    writer.endPiece();
    return new Rendering(writer.pieces);
  }

  /** An object as an array's element. */
  void element(Consumer<JsonWriter> fields) {
    write(JsonGenerator::writeStartObject);
    fields.accept(this);
    write(JsonGenerator::writeEndObject);
  }

  /** A text as an array's element. */
  void element(String text) {
    write(generator -> generator.writeString(text));
  }

  void object(String name, Consumer<JsonWriter> fields) {
    write(generator -> generator.writeFieldName(name));
    element(fields);
  }

  /** An array that stands even if it is empty. */
  <T> void array(String name, List<T> list, Consumer<T> element) {
    write(generator -> generator.writeArrayFieldStart(name));
    list.forEach(element);
    write(JsonGenerator::writeEndArray);
  }

  /** An array of whatever elements are written. */
  void elements(String name, Runnable elements) {
    write(generator -> generator.writeArrayFieldStart(name));
    elements.run();
    write(JsonGenerator::writeEndArray);
  }

  /** An array that is left out if it is empty. */
  <T> void list(String name, List<T> list, Consumer<T> element) {
    if (!list.isEmpty()) array(name, list, element);
  }

  void texts(String name, List<String> texts) {
    list(name, texts, this::element);
  }

  void rows(String name, List<List<String>> rows) {
    list(
        name,
        rows,
        row -> {
          write(JsonGenerator::writeStartArray);
          row.forEach(this::element);
          write(JsonGenerator::writeEndArray);
        });
  }

  /** A text that is left out if it is blank. */
  void text(String name, @Nullable String text) {
    if (text != null && !text.isBlank()) requiredText(name, text);
  }

  void requiredText(String name, String text) {
    write(generator -> generator.writeStringField(name, text));
  }

  void time(String name, @Nullable Instant time) {
    if (time != null) requiredText(name, Times.text(time));
  }

  void number(String name, @Nullable Integer number) {
    if (number != null) number(name, number.longValue());
  }

  void number(String name, long number) {
    write(generator -> generator.writeNumberField(name, number));
  }

  /** A number to three decimals; whole numbers have none. */
  void decimal(String name, @Nullable Double number) {
    if (number == null) return;
    var rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    var plain = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    write(generator -> generator.writeNumberField(name, plain));
  }

  void flag(String name, boolean flag) {
    write(generator -> generator.writeBooleanField(name, flag));
  }

  /** An object that was written before. */
  void written(String name, Bytes object) {
    write(generator -> generator.writeFieldName(name));
    write(generator -> generator.writeRawValue(object.text()));
  }

  /** Objects that were written before; left out if there are none. */
  void writtenList(String name, List<Bytes> objects) {
    if (objects.isEmpty()) return;
    write(generator -> generator.writeArrayFieldStart(name));
    for (var object : objects) write(generator -> generator.writeRawValue(object.text()));
    write(JsonGenerator::writeEndArray);
  }

  /** The fields of an object that was written before, after others. */
  void fieldsOf(Bytes object) {
    var inner = Arrays.copyOfRange(object.array(), 1, object.length() - 1);
    if (inner.length > 0) {
      var text = Bytes.of(inner).text();
      write(generator -> generator.writeRaw("," + text));
    }
  }

  /** Elements of an array that are shown under a condition only. */
  void elementsUnder(Condition shown, Runnable elements) {
    under(shown, true, elements);
  }

  /** Fields of an object, but not its first, that are shown under a condition only. */
  void fieldsUnder(Condition shown, Runnable fields) {
    under(shown, false, fields);
  }

  private void under(Condition shown, boolean elements, Runnable writing) {
    var outer = condition;
    endPiece();
    condition = shown;
    betweenElements = elements;
    writing.run();
    endPiece();
    condition = outer;
    betweenElements = elements;
  }

  /** A comma between elements is left to the joining, which knows which of them are shown. */
  private void endPiece() {
    write(JsonGenerator::flush);
    var bytes = buffer.toByteArray();
    buffer.reset();
    boolean comma = betweenElements && bytes.length > 0 && bytes[0] == ',';
    var piece = comma ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    if (piece.length > 0) pieces.add(new Piece(Bytes.of(piece), condition));
  }

  private void write(Step step) {
    try {
      step.on(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private interface Step {
    void on(JsonGenerator json) throws IOException;
  }
}
