package extrablatt.formats.json;

/** Makes bits of hostile documents fit to be shown in complaints. */
final class PlainText {
  private PlainText() {}

  /** At most so many characters, none of them a control character or half a surrogate pair. */
  static String shortened(String text, int longest) {
    var plain = new StringBuilder();
    text.codePoints().limit(longest).map(PlainText::shown).forEach(plain::appendCodePoint);
    if (text.codePointCount(0, text.length()) > longest) plain.append('…');
    return plain.toString();
  }

  private static int shown(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return surrogate || Character.isISOControl(c) ? '\uFFFD' : c;
  }
}
