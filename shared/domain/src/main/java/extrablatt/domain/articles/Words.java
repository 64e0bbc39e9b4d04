package extrablatt.domain.articles;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the words that a reader of an article reads: those of its lead and its body. */
public final class Words {
  private static final int PER_MINUTE = 200;
  private static final Pattern LINE_BREAK = Pattern.compile("<br>");
  private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[^>]*>|&[a-z]+;");

  private Words() {}

  /** How many words there are. */
  public static int count(ArticleContent article) {
    return ofText(article.lead()) + ofBody(article.body());
  }

  /** How long reading them takes, in whole minutes, rounded up. */
  public static Duration readingTime(int words) {
    return Duration.ofMinutes(Math.ceilDiv(words, PER_MINUTE));
  }

  private static int ofBody(List<Block> body) {
    return body.stream().mapToInt(Words::ofBlock).sum();
  }

  private static int ofBlock(Block block) {
    return switch (block) {
      case Block.Paragraph(var html) -> ofHtml(html);
      case Block.Heading(_, var text) -> ofText(text);
      case Block.Quote(var text, _, _) -> ofText(text);
      case Block.ItemList(_, var items) -> items.stream().mapToInt(Words::ofHtml).sum();
      case Block.Table(var header, var rows) ->
          header.stream().mapToInt(Words::ofText).sum()
              + rows.stream().flatMap(List::stream).mapToInt(Words::ofHtml).sum();
      case Block.Infobox(var title, var body) -> ofText(title) + ofBody(body);
      case Block.Picture _,
          Block.VideoTeaser _,
          Block.NewVideoTeaser _,
          Block.LiveblogHint _,
          Block.Embed _,
          Block.Divider _ ->
          0;
    };
  }

  /** Sanitised html has entities for nothing but punctuation, and only a line break parts words. */
  private static int ofHtml(String html) {
    var parted = LINE_BREAK.matcher(html).replaceAll(" ");
    return ofText(TAG_OR_ENTITY.matcher(parted).replaceAll(""));
  }

  /** A word is a run without spaces that has a letter or a digit in it. */
  private static int ofText(@Nullable String text) {
    if (text == null) return 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) inWord = false;
      else if (!inWord && Character.isLetterOrDigit(c)) {
        inWord = true;
        words++;
      }
    }
    return words;
  }
}
