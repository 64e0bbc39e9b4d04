package extrablatt.formats.markup;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The letters and digits that a reader sees, in no order: what must not get less. */
final class Letters {
  private final StringBuilder seen = new StringBuilder();

  private Letters() {}

  static int[] of(Element element, Set<String> silent) {
    var letters = new Letters();
    letters.add(element, silent);
    return letters.sorted();
  }

  static int[] of(List<Block> blocks) {
    var letters = new Letters();
    blocks.forEach(letters::add);
    return letters.sorted();
  }

  private void add(Node node, Set<String> silent) {
    for (var child : node.childNodes()) {
      if (child instanceof TextNode text) seen.append(text.getWholeText());
      else if (child instanceof Element element && !silent.contains(element.normalName()))
        add(element, silent);
    }
  }

  private void add(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> html(html);
      case Block.Heading(_, var text) -> text(text);
      case Block.Quote(var text, var speaker, var role) -> {
        text(text);
        text(speaker);
        text(role);
      }
      case Block.ItemList(_, var items) -> items.forEach(this::html);
      case Block.Table(var header, var rows) -> {
        header.forEach(this::text);
        rows.forEach(row -> row.forEach(this::html));
      }
      case Block.Infobox(var title, var body) -> {
        text(title);
        body.forEach(this::add);
      }
      case Block.Picture(var image) -> image(image);
      // Their titles are attributes, no text.
      case Block.Embed _, Block.Divider _ -> {}
      case Block.VideoTeaser _, Block.NewVideoTeaser _, Block.LiveblogHint _ -> {}
    }
  }

  private void image(Image image) {
    text(image.caption());
    text(image.credit());
  }

  private void text(@Nullable String text) {
    if (text != null) seen.append(text);
  }

  private void html(String html) {
    seen.append(Parser.unescapeEntities(html.replaceAll("<[^>]*>", ""), false));
  }

  private int[] sorted() {
    return seen.codePoints().filter(Character::isLetterOrDigit).sorted().toArray();
  }
}
