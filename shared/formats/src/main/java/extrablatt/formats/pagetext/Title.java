package extrablatt.formats.pagetext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule 1: the first line is the headline; if the next one ends with it, what stands before is the
 * kicker.
 *
 * <p>The headline has to be repeated letter by letter; a lone bar between the two lines is a gap
 * like any other.
 *
 * @param repetition the line that repeats the headline
 * @param rest the lines below the title
 */
record Title(Line headline, @Nullable Line repetition, @Nullable String kicker, List<Line> rest) {

  /** The title of a text that has at least one line. */
  static Title of(List<Line> lines) {
    var headline = lines.getFirst();
    if (lines.size() < 2 || !lines.get(1).text().endsWith(headline.text())) {
      return new Title(headline, null, null, lines.subList(1, lines.size()));
    }
    var repetition = lines.get(1);
    var kicker = kicker(repetition.text(), headline.text());
    return new Title(headline, repetition, kicker, lines.subList(2, lines.size()));
  }

  private static @Nullable String kicker(String repetition, String headline) {
    var before = Spaces.trim(repetition.substring(0, repetition.length() - headline.length()));
    var kicker =
        before.endsWith(":") ? Spaces.trim(before.substring(0, before.length() - 1)) : before;
    return kicker.isEmpty() ? null : kicker;
  }
}
