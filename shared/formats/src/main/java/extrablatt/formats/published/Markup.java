package extrablatt.formats.published;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts inside XML or HTML. */
final class Markup {
  /** What no XML 1.0 document may hold (XML 1.0, section 2.2). */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private Markup() {}

  /** A text as an element's content or an attribute's value. */
  static String escaped(String text) {
    return allowed(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Sanitised inline HTML as XML. */
  static String xml(String html) {
    return allowed(html).replace("<br>", "<br/>");
  }

  /** An attribute with a space before it; nothing if there is no value. */
  static String attribute(String name, @Nullable Object value) {
    return value == null ? "" : " " + name + "=\"" + escaped(value.toString()) + "\"";
  }

  private static String allowed(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }
}
