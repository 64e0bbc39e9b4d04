package extrablatt.formats.pagetext;

/** What counts as a space: every kind of it, and the marks without width that pages are full of. */
final class Spaces {
  private Spaces() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B' // zero width space
        || c == '\uFEFF'; // byte order mark, left over where files were joined
  }

  /** How many spaces a text begins with. */
  static int countLeading(String text) {
    int count = 0;
    while (count < text.length() && isSpace(text.charAt(count))) count++;
    return count;
  }

  /** The text without the spaces at its ends. */
  static String trim(String text) {
    int start = countLeading(text);
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) end--;
    return text.substring(start, end);
  }
}
