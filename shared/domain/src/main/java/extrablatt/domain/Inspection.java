package extrablatt.domain;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through the values of a document and gathers every fault that it finds. */
public final class Inspection {
  /** The longest single text or html, in code points. */
  public static final int LONGEST_TEXT = 20_000;

  /** The longest name of a person, a topic or a section, in code points: they stand in keys. */
  public static final int LONGEST_NAME = 200;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

  /** Scheme, host (a name in any script, or an IPv6 address), perhaps a port, and the rest. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://([\\p{L}\\p{N}._~%-]+|\\[[0-9A-F:.]+])(:\\d{1,5})?([/?#][^\\s\\p{Cntrl}\"<>\\\\]*)?");

  private static final Pattern PATH = Pattern.compile("/(?!/)[^\\s\\p{Cntrl}\"<>\\\\]*");

  private final List<Fault> faults = new ArrayList<>();

  /** Every fault found so far. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Notes a fault at a JSON Pointer. */
  public void fault(String pointer, String detail) {
    faults.add(Fault.at(pointer, detail));
  }

  /** A text that may be absent or empty, at most so many code points long. */
  public void text(String pointer, @Nullable String text, int longest) {
    if (text == null) return;
    if (!isPlain(text)) {
      fault(pointer, "must not hold control characters or halves of surrogate pairs");
    } else if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
      fault(pointer, "must have at most %d characters".formatted(longest));
    }
  }

  /** A text of the usual greatest length that may be absent or empty. */
  public void text(String pointer, @Nullable String text) {
    text(pointer, text, LONGEST_TEXT);
  }

  /** A text that must say something where it is present. */
  public void name(String pointer, @Nullable String name, int longest) {
    if (name != null && name.isBlank()) fault(pointer, "must not be blank");
    else text(pointer, name, longest);
  }

  /** A list's length; the fault stands at the first element beyond it. */
  public void atMost(String pointer, List<?> list, int most, String what) {
    if (list.size() > most) {
      fault(pointer + "/" + most, "there may be at most %d %s".formatted(most, what));
    }
  }

  /** A number between two others, both included. */
  public void between(String pointer, @Nullable Integer number, int least, int most) {
    if (number != null && (number < least || number > most)) {
      fault(pointer, "must be a whole number from %d to %d".formatted(least, most));
    }
  }

  /** A number of pixels or the like: more than nothing. */
  public void positive(String pointer, @Nullable Integer number) {
    if (number != null && number < 1) fault(pointer, "must be a whole number greater than 0");
  }

  /** An absolute address on the web. */
  public void address(String pointer, @Nullable String url) {
    if (url != null && !isAddress(url)) {
      fault(pointer, "must be an absolute http or https URL of at most 2000 characters");
    }
  }

  /** The address of a file: on the web, or a path on this site. */
  public void fileAddress(String pointer, @Nullable String url) {
    if (url != null && !isAddress(url) && !isPath(url)) {
      fault(pointer, "must be an absolute http or https URL or a path that begins with one /");
    }
  }

  /** A language tag. */
  public void language(String pointer, @Nullable String tag) {
    if (tag != null && !isLanguage(tag)) {
      fault(pointer, "must be a BCP 47 language tag such as de or en-GB");
    }
  }

  /** A country's code. */
  public void country(String pointer, String code) {
    if (!COUNTRIES.contains(code)) {
      fault(pointer, "must be an ISO 3166-1 alpha-2 country code such as DE");
    }
  }

  /** Whether a text is a well-formed language tag whose language is one of ISO 639. */
  public static boolean isLanguage(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) return false;
    try {
      new Locale.Builder().setLanguageTag(tag);
      return true;
    } catch (IllformedLocaleException illformed) {
      return false;
    }
  }

  /** Whether a text is free of control characters, but for tabs and line ends, and well-formed. */
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(Inspection::isStray);
  }

  private static boolean isStray(int c) {
    if (c < ' ') return c != '\t' && c != '\n' && c != '\r';
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Whether a text is an absolute address on the web. */
  public static boolean isAddress(String url) {
    return url.length() <= LONGEST_ADDRESS && ADDRESS.matcher(url).matches();
  }

  private static boolean isPath(String url) {
    return url.length() <= LONGEST_ADDRESS && PATH.matcher(url).matches();
  }
}
