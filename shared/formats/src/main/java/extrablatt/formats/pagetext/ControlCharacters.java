package extrablatt.formats.pagetext;

/**
 * Tells binary data from text by its control characters. Agencies' texts may hold a few, such as
 * the transmission codes of a wire; they are no text, and no article may hold them.
 */
final class ControlCharacters {
  /** Random bytes have one in nine. */
  private static final int FEWEST_CHARACTERS_FOR_ONE = 20;

  private ControlCharacters() {}

  /** Whether the text is none: it holds a zero, or control characters in such a number. */
  static boolean areTooMany(String text) {
    long controls = text.chars().filter(ControlCharacters::isForeign).count();
    return text.indexOf('\0') >= 0 || controls * FEWEST_CHARACTERS_FOR_ONE > text.length();
  }

  static String removed(String text) {
    if (text.chars().noneMatch(ControlCharacters::isForbidden)) return text;
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isForbidden(c)) kept.append(c);
      else if (Character.isWhitespace(c)) kept.append(' ');
    }
    return kept.toString();
  }

  private static boolean isForeign(int c) {
    return c == '\uFFFD' || (Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  private static boolean isForbidden(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }
}
