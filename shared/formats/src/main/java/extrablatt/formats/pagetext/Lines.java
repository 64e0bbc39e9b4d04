package extrablatt.formats.pagetext;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into its lines. They end at CR LF, LF or CR alone; a form feed is a space like
 * others.
 *
 * <p>A lone bar is nothing but a gap wherever it stands, and so is a line that holds only
 * characters nobody sees.
 */
final class Lines {
  /**
   * No article has more lines than this; cutting stops just beyond, so that no document can fill
   * the memory with lines.
   */
  static final int MOST = 200_000;

  private static final String BAR = "|";

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private boolean gap = true;
  private int number;

  private Lines(String text) {
    this.text = text;
  }

  static List<Line> of(String text) {
    var lines = new Lines(text);
    lines.cut();
    return lines.lines;
  }

  private void cut() {
    int start = 0;
    while (start <= text.length() && lines.size() <= MOST) {
      int end = endOfLine(start);
      number++;
      take(start, end);
      start = isCarriageReturnLineFeed(end) ? end + 2 : end + 1;
    }
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
    return end;
  }

  private boolean isCarriageReturnLineFeed(int at) {
    return at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
  }

  private void take(int start, int end) {
    var line = text.substring(start, end);
    var trimmed = Spaces.trim(line);
    if (trimmed.isEmpty() || trimmed.equals(BAR)) {
      gap = true;
    } else {
      lines.add(new Line(number, Spaces.countLeading(line) + 1, trimmed, gap));
      gap = false;
    }
  }
}
