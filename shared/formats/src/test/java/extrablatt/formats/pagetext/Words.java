package extrablatt.formats.pagetext;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.videos.TeaserContent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a page text and of the article that it became, in one form: dates and durations
 * count as words however they are written, and bars, colons and commas part words.
 */
final class Words {
  private static final Pattern DATE = Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern DURATION = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d{2})");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF:,|]+");

  private final List<String> words = new ArrayList<>();

  private Words() {}

  static List<String> of(String text) {
    var words = new Words();
    words.add(text);
    return words.words;
  }

  static List<String> of(ArticleContent article) {
    var words = new Words();
    words.add(article.headline());
    words.add(article.kicker());
    words.add(article.lead());
    words.words.addAll(ofBody(article));
    words.words.addAll(ofSources(article));
    article.topics().forEach(words::add);
    return words.words;
  }

  static List<String> ofBody(ArticleContent article) {
    var words = new Words();
    article.body().forEach(words::add);
    return words.words;
  }

  static List<String> ofSources(ArticleContent article) {
    var words = new Words();
    article.sources().forEach(words::add);
    return words.words;
  }

  private void add(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> add(plain(html));
      case Block.Heading(_, var text) -> add(text);
      case Block.Quote(var text, var speaker, var role) -> {
        add(text);
        add(speaker);
        add(role);
      }
      case Block.NewVideoTeaser(var teaser) -> add(teaser);
      case Block.LiveblogHint(var liveblog) -> add(liveblog);
      case Block.Picture _,
          Block.VideoTeaser _,
          Block.ItemList _,
          Block.Table _,
          Block.Embed _,
          Block.Infobox _,
          Block.Divider _ ->
          throw new AssertionError("page text has no " + block);
    }
  }

  private void add(TeaserContent teaser) {
    add(teaser.title());
    var speaker = teaser.speaker();
    if (speaker != null) {
      add(speaker.name());
      add(speaker.role());
    }
    add(teaser.caption());
    words.add("date-" + teaser.date());
    words.add("duration-" + teaser.duration());
  }

  private void add(LiveblogTeaser liveblog) {
    add(liveblog.kicker());
    add(liveblog.headline());
    add(liveblog.summary());
    if (liveblog.image() != null) add(liveblog.image().caption());
  }

  private void add(@Nullable String text) {
    if (text == null) return;
    var uniform = DATE.matcher(text).replaceAll(Words::date);
    uniform = DURATION.matcher(uniform).replaceAll(Words::duration);
    Arrays.stream(GAP.split(uniform, -1)).filter(word -> !word.isEmpty()).forEach(words::add);
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String date(MatchResult date) {
    try {
      return "date-" + LocalDate.of(number(date, 4), number(date, 3), number(date, 1));
    } catch (DateTimeException noSuchDay) {
      return date.group();
    }
  }

  private static String duration(MatchResult parts) {
    int hours = parts.group(1) == null ? 0 : number(parts, 1);
    return "duration-"
        + Duration.ofHours(hours).plusMinutes(number(parts, 2)).plusSeconds(number(parts, 3));
  }

  private static int number(MatchResult parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
