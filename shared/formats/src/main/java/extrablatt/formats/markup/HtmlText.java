package extrablatt.formats.markup;

import extrablatt.domain.articles.Block;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.parser.Parser;

/** HTML as it stands in a text: parsed as browsers do, to a depth that the stack can hold. */
public final class HtmlText {
  private static final int DEEPEST = 200;

  private HtmlText() {}

  /** The tree of a page or a fragment; never throws for bad input. */
  public static Document parsed(String html) {
    var document = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST));
    return document.outputSettings(new OutputSettings().prettyPrint(false));
  }

  /** The blocks of a fragment. */
  public static List<Block> blocks(String html, Notes notes) {
    return MarkupBlocks.of(parsed(html).body(), notes);
  }
}
