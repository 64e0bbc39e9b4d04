package extrablatt.formats;

import extrablatt.domain.Inspection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What holds for the names by which providers know their documents. */
public final class DeliveryRules {
  /** What to say where something is no guid. */
  public static final String GUID_WANTED = "must have 1 to 300 characters and not be blank";

  /** What to say where something is no version. */
  public static final String VERSION_WANTED =
      "must be a whole number, 0 or greater, of at most 18 digits";

  private static final int LONGEST_GUID = 300;
  private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

  private DeliveryRules() {}

  /** Whether a text can be a provider's name for a document. */
  public static boolean isGuid(String text) {
    return !text.isBlank()
        && Inspection.isPlain(text)
        && text.codePointCount(0, text.length()) <= LONGEST_GUID;
  }

  /** The version that a text says; empty if it says none. */
  public static Optional<Long> version(String text) {
    return VERSION.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
