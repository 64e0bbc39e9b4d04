package extrablatt.benchmarks;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.videos.TeaserContent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Articles of some 400 invented words. The text of each is its own, but all are of the same length,
 * so that a page of one place in a list is as large as that of another.
 */
final class InventedArticles {
  /** Few enough that of a hundred articles each of them has more than a page holds. */
  private static final int SECTIONS = 4;

  private static final int TOPICS = 10;
  private static final int AUTHORS = 8;

  private static final String CONSONANTS = "bdfgklmnprstvwz";
  private static final String VOWELS = "aeiou";

  private final SplittableRandom random;
  private final int number;

  private InventedArticles(int number) {
    this.random = new SplittableRandom(number);
    this.number = number;
  }

  /** The article with that number: always the same. */
  static ArticleContent article(int number) {
    return new InventedArticles(number).article();
  }

  /** The same with some video teasers that come in with it. */
  static ArticleContent articleWithVideos(int number, int videos) {
    var text = new InventedArticles(number);
    var article = text.article();
    var body = new ArrayList<>(article.body());
    for (int i = 0; i < videos; i++) body.add(new Block.NewVideoTeaser(text.video()));
    return article.withBody(body);
  }

  static String section(int number) {
    return "section " + number % SECTIONS;
  }

  static String topic(int number) {
    return "topic " + number % TOPICS;
  }

  static String author(int number) {
    return "Author " + number % AUTHORS;
  }

  private ArticleContent article() {
    var topics = IntStream.range(number, number + 3).mapToObj(InventedArticles::topic).toList();
    var authors =
        IntStream.range(number, number + 2)
            .mapToObj(each -> new Author(author(each), "correspondent"))
            .toList();
    return new ArticleContent(
        null,
        words(2),
        words(7),
        words(25),
        "en",
        section(number),
        topics,
        authors,
        List.of("agency"),
        null,
        body(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        null);
  }

  private List<Block> body() {
    return List.of(
        paragraph(),
        paragraph(),
        new Block.Heading(2, words(4)),
        paragraph(),
        new Block.Quote(words(25) + ".", "Someone Invented", "spokesperson"),
        paragraph(),
        new Block.Heading(2, words(4)),
        paragraph(),
        paragraph());
  }

  private Block paragraph() {
    return new Block.Paragraph(words(20) + ". " + words(20) + ". " + words(18) + ".");
  }

  private TeaserContent video() {
    return TeaserContent.of(
        words(6), words(20), null, LocalDate.of(2026, 1, 2), Duration.ofSeconds(25));
  }

  /** Words whose lengths depend on their place alone. */
  private String words(int count) {
    var text = new StringBuilder();
    for (int word = 0; word < count; word++) {
      if (word > 0) text.append(' ');
      for (int syllable = 0; syllable <= word * 7 % 4; syllable++) {
        text.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        text.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
    }
    return text.toString();
  }
}
