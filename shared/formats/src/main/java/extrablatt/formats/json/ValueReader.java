package extrablatt.formats.json;

import extrablatt.domain.Inspection;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.formats.Durations;
import extrablatt.formats.Times;
import extrablatt.formats.html.InlineHtml;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonFlag;
import extrablatt.formats.json.JsonValue.JsonNull;
import extrablatt.formats.json.JsonValue.JsonNumber;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values. A value that is wrong becomes a fault and a placeholder, so that reading
 * goes on and every fault is found at once.
 */
final class ValueReader {
  /** Stands for a text that could not be read; no rule complains of it. */
  private static final String UNREADABLE = "-";

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final Findings findings;
  private final boolean trusted;

  private ValueReader(Findings findings, boolean trusted) {
    this.findings = findings;
    this.trusted = trusted;
  }

  /** For what comes from outside: html is sanitised. */
  static ValueReader ofForeign(Findings findings) {
    return new ValueReader(findings, false);
  }

  /** For what we wrote ourselves. */
  static ValueReader ofStored(Findings findings) {
    return new ValueReader(findings, true);
  }

  void fault(String pointer, String detail) {
    findings.add(pointer, detail);
  }

  ObjectReader object(JsonValue value, String pointer) {
    if (value instanceof JsonObject(var fields)) return new ObjectReader(fields, pointer, this);
    wrongType(value, pointer, "an object");
    return ObjectReader.unreadable(pointer, this);
  }

  <T> List<T> list(JsonValue value, String pointer, BiFunction<JsonValue, String, T> element) {
    if (!(value instanceof JsonArray(var values))) {
      wrongType(value, pointer, "an array");
      return List.of();
    }
    var list = new ArrayList<T>(values.size());
    for (int i = 0; i < values.size(); i++) {
      list.add(element.apply(values.get(i), pointer + "/" + i));
    }
    return list;
  }

  String text(JsonValue value, String pointer) {
    if (!(value instanceof JsonText(var text))) {
      wrongType(value, pointer, "a string");
      return UNREADABLE;
    }
    if (Inspection.isPlain(text)) return text;
    fault(pointer, "must not hold control characters or halves of surrogate pairs");
    return UNREADABLE;
  }

  String html(JsonValue value, String pointer) {
    var html = text(value, pointer);
    if (trusted) return html;
    if (html.length() <= InlineHtml.LONGEST_SOURCE) return InlineHtml.sanitised(html);
    fault(pointer, "must have at most %d characters".formatted(Inspection.LONGEST_TEXT));
    return UNREADABLE;
  }

  @Nullable Long wholeNumber(JsonValue value, String pointer) {
    if (!(value instanceof JsonNumber(var literal))) {
      wrongType(value, pointer, "a number");
    } else if (WHOLE.matcher(literal).matches()) {
      return Long.valueOf(literal);
    } else {
      fault(pointer, "must be a whole number of at most 18 digits");
    }
    return null;
  }

  @Nullable Double decimal(JsonValue value, String pointer) {
    if (!(value instanceof JsonNumber(var literal))) {
      wrongType(value, pointer, "a number");
      return null;
    }
    double number = Double.parseDouble(literal);
    if (Double.isFinite(number)) return number;
    fault(pointer, "is out of range");
    return null;
  }

  boolean flag(JsonValue value, String pointer) {
    if (value instanceof JsonFlag(var flag)) return flag;
    wrongType(value, pointer, "true or false");
    return false;
  }

  @Nullable Instant time(JsonValue value, String pointer) {
    if (!(value instanceof JsonText(var text))) {
      wrongType(value, pointer, "a string");
      return null;
    }
    var time = Times.parsed(text).orElse(null);
    if (time == null) {
      fault(pointer, "must be a time with an offset, such as 2026-03-14T10:00:00Z");
    }
    return time;
  }

  /** A number is one of seconds. */
  @Nullable Duration duration(JsonValue value, String pointer) {
    return switch (value) {
      case JsonNumber(var literal) -> seconds(literal, pointer);
      case JsonText(var text) -> duration(text, pointer);
      case JsonObject _, JsonArray _, JsonFlag _, JsonNull _ -> {
        wrongType(value, pointer, "a string, or a number of seconds");
        yield null;
      }
    };
  }

  private @Nullable Duration duration(String text, String pointer) {
    var duration = Durations.parsed(text).orElse(null);
    if (duration == null) fault(pointer, Durations.complaint(text));
    return duration;
  }

  private @Nullable Duration seconds(String literal, String pointer) {
    var duration = Durations.ofSeconds(literal).orElse(null);
    if (duration == null)
      fault(pointer, literal.startsWith("-") ? TeaserRules.NEGATIVE : TeaserRules.TOO_LONG);
    return duration;
  }

  @Nullable LocalDate date(JsonValue value, String pointer) {
    if (!(value instanceof JsonText(var text))) {
      wrongType(value, pointer, "a string");
      return null;
    }
    var date = Times.parsedDate(text).orElse(null);
    if (date == null) fault(pointer, "must be a date, such as 2026-03-14");
    return date;
  }

  private void wrongType(JsonValue value, String pointer, String wanted) {
    if (value instanceof JsonNull) {
      fault(pointer, "must not be null; leave it out where there is no value");
    } else {
      fault(pointer, "must be %s".formatted(wanted));
    }
  }
}
