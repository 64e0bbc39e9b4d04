package extrablatt.domain;

import java.util.regex.Pattern;

/**
 * The text form of ULIDs: 26 characters of Crockford's base 32, of which the first ten are
 * milliseconds since 1970 (github.com/ulid/spec).
 */
public final class Ulids {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private Ulids() {}

  /** Whether the text is a ULID in upper case. */
  public static boolean isUlid(String text) {
    return FORM.matcher(text).matches();
  }

  /** The ULID of a time in milliseconds since 1970 and ten bytes of randomness. */
  public static String of(long epochMilli, byte[] tenBytes) {
    var text = new char[26];
    for (int i = 9; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (epochMilli & 31));
      epochMilli >>>= 5;
    }
    for (int i = 0; i < 16; i++) {
      text[10 + i] = ALPHABET.charAt(fiveBits(tenBytes, i * 5));
    }
    return new String(text);
  }

  private static int fiveBits(byte[] bytes, int firstBit) {
    int value = 0;
    for (int bit = firstBit; bit < firstBit + 5; bit++) {
      value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1);
    }
    return value;
  }

  static String require(String text, String what) {
    if (!isUlid(text)) throw new IllegalArgumentException("not the id of " + what + ": " + text);
    return text;
  }
}
