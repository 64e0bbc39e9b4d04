package extrablatt.formats.markup;

import extrablatt.domain.Inspection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as foreign documents write them. */
public final class Values {
  /** Where we hand media out. */
  private static final Pattern OWN =
      Pattern.compile("/media/[0-7][0-9A-HJKMNP-TV-Z]{25}/[A-Za-z0-9._~%-]{1,1000}");

  private Values() {}

  /** A text without white space around it; null if there is nothing else. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** An address on the web that an article of ours may hold; null for anything else. */
  public static @Nullable String address(@Nullable String text) {
    var url = orNull(text);
    return url != null && Inspection.isAddress(url) ? url : null;
  }

  /**
   * Where a picture is: an address on the web, one that was uploaded here, or a file that lies
   * beside the document.
   */
  public static @Nullable String picture(@Nullable String text) {
    var named = orNull(text);
    if (named == null) return null;
    var address = OWN.matcher(named).matches() ? named : address(named);
    return address == null ? Beside.address(named) : address;
  }

  /** A width or height in pixels; null for anything else. */
  public static @Nullable Integer pixels(@Nullable String text) {
    return text != null && text.strip().matches("[1-9]\\d{0,4}")
        ? Integer.valueOf(text.strip())
        : null;
  }
}
