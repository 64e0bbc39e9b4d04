package extrablatt.formats.foreign;

import extrablatt.domain.articles.Block;
import org.jsoup.Jsoup;

/** A headline for what came without one. */
public final class Headlines {
  private static final int LONGEST = 100;

  private Headlines() {}

  /** Takes the first heading, else the beginning of the first paragraph, and says so. */
  public static void complete(ForeignArticle article) {
    if (article.hasHeadline()) return;
    for (var block : article.body()) {
      if (block instanceof Block.Heading(_, var text)) {
        article.headline(text);
        article.warn("the document has no headline: its first heading counts as one");
        return;
      }
    }
    for (var block : article.body()) {
      if (block instanceof Block.Paragraph(var html)) {
        article.headline(beginning(text(html)));
        article.warn("the document has no headline: its first words count as one");
        return;
      }
    }
  }

  private static String text(String html) {
    return Jsoup.parseBodyFragment(html).text();
  }

  private static String beginning(String text) {
    if (text.length() <= LONGEST) return text;
    int word = text.lastIndexOf(' ', LONGEST);
    return text.substring(0, word > 0 ? word : LONGEST) + " …";
  }
}
