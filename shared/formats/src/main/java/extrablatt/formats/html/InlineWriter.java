package extrablatt.formats.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Writes the allowed part of a tree, each tag from scratch. */
final class InlineWriter implements NodeVisitor {
  private static final Map<String, String> ALLOWED =
      Map.of(
          "strong", "strong",
          "b", "strong",
          "em", "em",
          "i", "em",
          "code", "code",
          "sub", "sub",
          "sup", "sup");
  private static final Set<String> WITHOUT_TEXT = Set.of("script", "style");
  private static final Set<String> PARTING =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "dd",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");
  private static final Pattern LINK =
      Pattern.compile("(?i)(https?://|mailto:|/(?![/\\\\]))[^\\s\\p{Cntrl}]*");

  private final StringBuilder html = new StringBuilder();
  private @Nullable Element link;
  private int silent;
  private boolean parted;

  String html() {
    return html.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) write(text.getWholeText());
    if (node instanceof Element element) open(element);
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) close(element);
  }

  private void write(String text) {
    if (silent > 0 || text.isEmpty()) return;
    partFrom(text.charAt(0));
    html.append(escaped(text));
  }

  private void open(Element element) {
    var name = element.normalName();
    if (WITHOUT_TEXT.contains(name)) silent++;
    if (PARTING.contains(name)) parted = true;
    if (silent > 0) return;
    if (name.equals("br")) {
      html.append("<br>");
      parted = false;
    } else if (ALLOWED.containsKey(name)) {
      partFrom('<');
      html.append('<').append(ALLOWED.get(name)).append('>');
    } else if (name.equals("a") && link == null) openLink(element);
  }

  private void openLink(Element element) {
    var href = element.attr("href").strip();
    if (!LINK.matcher(href).matches()) return;
    partFrom('<');
    html.append("<a href=\"");
    html.append(escaped(href).replace("\"", "&quot;")).append("\">");
    link = element;
  }

  private void close(Element element) {
    var name = element.normalName();
    if (PARTING.contains(name)) parted = true;
    if (silent == 0 && ALLOWED.containsKey(name)) {
      html.append("</").append(ALLOWED.get(name)).append('>');
    }
    if (silent == 0 && element.equals(link)) {
      html.append("</a>");
      link = null;
    }
    if (WITHOUT_TEXT.contains(name)) silent--;
  }

  /** Where a paragraph or the like began or ended, words must not grow together. */
  private void partFrom(char next) {
    boolean needed = parted && !html.isEmpty() && !Character.isWhitespace(next);
    parted = false;
    if (needed && !Character.isWhitespace(html.charAt(html.length() - 1)) && !endsWithBreak()) {
      html.append(' ');
    }
  }

  private boolean endsWithBreak() {
    return html.length() >= 4 && html.substring(html.length() - 4).equals("<br>");
  }

  /** Escapes what must be within text, and nothing else. */
  static String escaped(String text) {
    if (InlineHtml.isPlain(text)) return text;
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
