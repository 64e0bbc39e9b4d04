package extrablatt.formats.published;

import extrablatt.formats.html.InlineHtml;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Sanitised inline HTML as Markdown. Signs are used only where they surely part words as meant
 * (CommonMark's rules for delimiter runs); elsewhere the tag stays, which CommonMark allows.
 */
final class MarkdownInline {
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>#&|~!]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:.*[\\p{L}\\p{N}])?");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

  private final StringBuilder markdown = new StringBuilder();

  private MarkdownInline() {}

  static String of(String html) {
    if (InlineHtml.isPlain(html)) return ofText(html).strip();
    var inline = new MarkdownInline();
    inline.children(Jsoup.parseBodyFragment(html).body());
    return inline.markdown.toString().strip();
  }

  static String ofText(String text) {
    return SIGNS.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
  }

  private void children(Element parent) {
    for (var child : parent.childNodes()) add(child);
  }

  private void add(Node node) {
    switch (node) {
      case TextNode text -> markdown.append(ofText(text.getWholeText()));
      case Element element -> add(element);
      default -> {}
    }
  }

  private void add(Element element) {
    switch (element.normalName()) {
      case "br" -> markdown.append("<br>");
      case "a" -> link(element);
      case "strong" -> marked("**", element);
      case "em" -> marked("*", element);
      default -> tagged(element);
    }
  }

  private void marked(String sign, Element element) {
    boolean isSure =
        element.children().isEmpty()
            && WORD.matcher(element.wholeText()).matches()
            && !endsWith('*');
    if (!isSure) {
      tagged(element);
      return;
    }
    markdown.append(sign);
    children(element);
    markdown.append(sign);
  }

  private void link(Element element) {
    var text = new MarkdownInline();
    text.children(element);
    markdown.append('[').append(text.markdown).append("](<");
    markdown.append(element.attr("href").replaceAll("[\\\\<>]", "\\\\$0")).append(">)");
  }

  private void tagged(Element element) {
    markdown.append('<').append(element.normalName()).append('>');
    children(element);
    markdown.append("</").append(element.normalName()).append('>');
  }

  private boolean endsWith(char sign) {
    return !markdown.isEmpty() && markdown.charAt(markdown.length() - 1) == sign;
  }
}
