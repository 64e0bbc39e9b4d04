package extrablatt.domain.articles;

import extrablatt.domain.DocumentId;
import extrablatt.domain.Slug;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes slugs of headlines. */
public final class Slugs {
  private static final int LONGEST_MADE = 80;

  /** It would hide the route of the change feed. */
  private static final String RESERVED = "changes";

  private static final String INSTEAD_OF_RESERVED = RESERVED + "-2";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ALL_ELSE = Pattern.compile("[^a-z0-9]+");

  /**
   * Letters with a spelling of their own, and those whose mark is part of the letter to Unicode.
   */
  private static final Map<Character, String> SPELLED_OUT =
      Map.ofEntries(
          Map.entry('ä', "ae"),
          Map.entry('ö', "oe"),
          Map.entry('ü', "ue"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('ø', "oe"),
          Map.entry('å', "aa"),
          Map.entry('œ', "oe"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ħ', "h"),
          Map.entry('ŧ', "t"),
          Map.entry('ı', "i"));

  private Slugs() {}

  /** The slug of a headline; one without any Latin letter or digit gives the id in lower case. */
  public static Slug of(String headline, DocumentId fallback) {
    var made = cutAtWord(dashed(headline));
    if (made.isEmpty()) return new Slug(fallback.value().toLowerCase(Locale.ROOT));
    return new Slug(made.equals(RESERVED) ? INSTEAD_OF_RESERVED : made);
  }

  /** What to try for the n-th time, counted from two, when the slug itself is taken. */
  public static Slug numbered(Slug base, int n) {
    if (base.value().equals(INSTEAD_OF_RESERVED)) return withNumber(RESERVED, n + 1);
    return withNumber(base.value(), n);
  }

  /** Whether no document may have this slug. */
  public static boolean isReserved(Slug slug) {
    return slug.value().equals(RESERVED);
  }

  private static Slug withNumber(String base, int n) {
    var suffix = "-" + n;
    var room = Slug.LONGEST - suffix.length();
    return new Slug(withoutDashAtEnd(base.substring(0, Math.min(base.length(), room))) + suffix);
  }

  private static String dashed(String headline) {
    var composed = Normalizer.normalize(headline, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var spelled = new StringBuilder();
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      spelled.append(SPELLED_OUT.getOrDefault(c, String.valueOf(c)));
    }
    var decomposed = Normalizer.normalize(spelled, Normalizer.Form.NFD);
    var plain = MARKS.matcher(decomposed).replaceAll("");
    var dashed = withoutDashAtEnd(ALL_ELSE.matcher(plain).replaceAll("-"));
    return dashed.startsWith("-") ? dashed.substring(1) : dashed;
  }

  private static String cutAtWord(String dashed) {
    if (dashed.length() <= LONGEST_MADE) return dashed;
    var end = dashed.lastIndexOf('-', LONGEST_MADE);
    return dashed.substring(0, end > 0 ? end : LONGEST_MADE);
  }

  private static String withoutDashAtEnd(String text) {
    return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
  }
}
