package extrablatt.formats.html;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** The inline HTML that texts may hold: {@code a[href] strong em code sub sup br}. */
public final class InlineHtml {
  /** The longest source that is worth parsing, in UTF-16 units. */
  public static final int LONGEST_SOURCE = 100_000;

  private static final int DEEPEST = 64;

  /** The tree builder would take a {@code <} within a script for the beginning of a tag. */
  private static final Pattern CODE =
      Pattern.compile("(?is)<(script|style)\\b[^<>]*>.*?(</\\1\\s*>|\\z)");

  private InlineHtml() {}

  /**
   * The same text with nothing but what is allowed: other tags go and their text stays, scripts and
   * styles go altogether. Sanitising twice changes nothing more.
   *
   * @throws IllegalArgumentException if the source is longer than {@link #LONGEST_SOURCE}
   */
  public static String sanitised(String html) {
    if (isPlain(html)) return html;
    if (html.length() > LONGEST_SOURCE) {
      throw new IllegalArgumentException("html of %d characters".formatted(html.length()));
    }
    var writer = new InlineWriter();
    NodeTraversor.traverse(writer, Jsoup.parse(CODE.matcher(html).replaceAll(""), "", parser()));
    return writer.html();
  }

  /** A plain text as inline HTML. */
  public static String ofText(String text) {
    return InlineWriter.escaped(text);
  }

  /** Whether the text needs neither parsing nor escaping. */
  public static boolean isPlain(String html) {
    return html.indexOf('<') < 0 && html.indexOf('&') < 0 && html.indexOf('>') < 0;
  }

  /** The XML tree builder never copies elements, so what comes out is bounded by what came in. */
  private static Parser parser() {
    return Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEEPEST);
  }
}
