package extrablatt.formats.pagetext;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line that says something, trimmed. Its number and column, counted from one, are where its text
 * begins in the document; {@code afterGap} says that a blank line or a lone bar stands before it.
 */
record Line(int number, int column, String text, boolean afterGap) {

  /** Lines of one block make one text: a line end inside a block is just a space. */
  static String join(List<Line> lines) {
    if (lines.size() == 1) return lines.getFirst().text();
    return lines.stream().map(Line::text).collect(Collectors.joining(" "));
  }
}
