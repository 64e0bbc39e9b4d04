package extrablatt.testing;

import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The places of items in lists in memory, and pages of such lists. */
final class Positions {
  private static final DateTimeFormatter NANOSECONDS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-[^#]+Z#[^#]+(#\\d{4}-[^#]+Z)?|\\d{10}");

  private Positions() {}

  static String of(Instant time, String id) {
    return NANOSECONDS.format(time) + "#" + id;
  }

  static String of(Instant time, String id, Instant from) {
    return of(time, id) + "#" + NANOSECONDS.format(from);
  }

  static String of(int number) {
    return "%010d".formatted(number);
  }

  /** A page of items, the highest position first. */
  static <T> Page<T> page(List<T> items, Function<T, String> position, PageRequest request) {
    var after = request.after();
    if (after != null && !FORM.matcher(after).matches())
      throw new IllegalArgumentException("not a position: " + after);
    var left =
        items.stream()
            .filter(item -> after == null || position.apply(item).compareTo(after) < 0)
            .sorted(Comparator.comparing(position).reversed())
            .toList();
    if (left.size() <= request.limit()) return new Page<>(left, null);
    var shown = left.subList(0, request.limit());
    return new Page<>(shown, position.apply(shown.getLast()));
  }
}
