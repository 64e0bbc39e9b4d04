package extrablatt.formats.foreign;

import extrablatt.domain.articles.Block;
import extrablatt.formats.html.InlineHtml;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Paragraphs of a plain text: parted by empty lines where there are any, else by line ends. */
public final class PlainLines {
  private static final Pattern EMPTY_LINES = Pattern.compile("\\R[\\h]*\\R\\s*");
  private static final Pattern LINE_ENDS = Pattern.compile("\\R");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private PlainLines() {}

  /** The text's paragraphs. */
  public static List<Block> paragraphs(String text) {
    var said = text.strip();
    var parting = EMPTY_LINES.matcher(said).find() ? EMPTY_LINES : LINE_ENDS;
    return Arrays.stream(parting.split(said))
        .map(paragraph -> SPACES.matcher(paragraph).replaceAll(" ").strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .<Block>map(paragraph -> new Block.Paragraph(InlineHtml.ofText(paragraph)))
        .toList();
  }
}
