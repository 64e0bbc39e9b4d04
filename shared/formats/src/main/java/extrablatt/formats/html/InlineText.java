package extrablatt.formats.html;

import java.util.regex.Pattern;

/** What a reader sees of sanitised inline HTML. */
public final class InlineText {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private InlineText() {}

  /** The text; a line break is one. */
  public static String of(String html) {
    if (InlineHtml.isPlain(html)) return html;
    return TAG.matcher(html.replace("<br>", "\n"))
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
