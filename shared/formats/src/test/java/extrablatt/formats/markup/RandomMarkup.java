package extrablatt.formats.markup;

import extrablatt.domain.articles.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random elements in random elements, well-formed, around words that are told apart. */
public record RandomMarkup(String html, List<String> words) {
  private static final int ELEMENTS = 30;
  private static final int DEEPEST = 4;

  private static final List<String> NAMES =
      List.of(
          "p",
          "div",
          "section",
          "h2",
          "h4",
          "blockquote",
          "ul",
          "ol",
          "li",
          "table",
          "td",
          "tr",
          "th",
          "figure",
          "figcaption",
          "aside",
          "details",
          "summary",
          "pre",
          "dl",
          "dt",
          "dd",
          "em",
          "strong",
          "a",
          "span",
          "q",
          "cite",
          "footer",
          "sub",
          "center",
          "address",
          "main");

  /** The same for the same seed. */
  public static RandomMarkup of(long seed) {
    var random = new Random(seed);
    var words = new ArrayList<String>();
    var html = new StringBuilder();
    for (int i = 0; i < ELEMENTS; i++) html.append(element(random, words, 0));
    return new RandomMarkup(html.toString(), words);
  }

  /** All words that blocks hold. */
  public static List<String> words(List<Block> blocks) {
    return List.of(blocks.toString().split("[^\\p{L}\\p{N}]+"));
  }

  private static String element(Random random, List<String> words, int depth) {
    var inner = new StringBuilder();
    for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
      boolean nests = depth < DEEPEST && random.nextInt(3) == 0;
      inner.append(nests ? element(random, words, depth + 1) : word(random, words));
    }
    var name = NAMES.get(random.nextInt(NAMES.size()));
    var picture = random.nextInt(12) == 0 ? "<img src='https://example.org/p.jpg'/>" : "";
    return "<" + name + ">" + picture + inner + "</" + name + ">";
  }

  private static String word(Random random, List<String> words) {
    var word = "w" + words.size() + "x" + random.nextInt(1000);
    words.add(word);
    return " " + word + " ";
  }
}
