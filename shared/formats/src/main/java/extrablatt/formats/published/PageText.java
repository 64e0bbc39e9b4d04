package extrablatt.formats.published;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.formats.html.InlineText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as page text, which is what our ingest takes as plain text: each block by itself,
 * parted by blank lines.
 */
public final class PageText {
  private final PublishedArticle article;
  private final PieceWriter out = new PieceWriter();

  private PageText(PublishedArticle article) {
    this.article = article;
  }

  static Rendering of(PublishedArticle article) {
    var text = new PageText(article);
    text.head(article.content());
    text.blocks(article.content().body());
    text.tail(article.content());
    text.out.add("\n");
    return text.out.rendering();
  }

  /** The body alone; videos that not everybody may see at any time are left out. */
  public static String bodyOf(PublishedArticle article) {
    var text = new PageText(article);
    text.blocks(article.content().body());
    return text.out.rendering().pieces().stream()
        .filter(piece -> piece.condition() == null)
        .map(piece -> piece.bytes().text())
        .collect(Collectors.joining())
        .strip();
  }

  private void head(ArticleContent content) {
    out.add(line(content.headline()));
    if (content.kicker() != null)
      out.add("\n" + line(content.kicker()) + ": " + line(content.headline()));
    add(content.lead());
    if (!content.authors().isEmpty())
      add(content.authors().stream().map(Author::name).collect(Collectors.joining(", ")));
    image(content.image());
  }

  private void tail(ArticleContent content) {
    for (var correction : content.corrections()) add(correction.text());
    if (!content.sources().isEmpty()) {
      var isGerman = content.language() != null && content.language().startsWith("de");
      add((isGerman ? "Quelle: " : "Source: ") + String.join(", ", content.sources()));
    }
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> add(InlineText.of(html));
      case Block.Heading(_, var text) -> add(text);
      case Block.Quote(var text, var speaker, var role) -> {
        add(text);
        add(joined(", ", speaker, role));
      }
      case Block.Picture(var image) -> image(image);
      case Block.VideoTeaser(var id) ->
          article.teasers().getOrDefault(id, List.of()).forEach(this::teaser);
      case Block.NewVideoTeaser _ -> {}
      case Block.LiveblogHint(var liveblog) -> liveblog(liveblog);
      case Block.ItemList(var ordered, var items) -> {
        int number = 1;
        for (var item : items) add((ordered ? number++ + ". " : "- ") + InlineText.of(item));
      }
      case Block.Table(var header, var rows) -> {
        if (!header.isEmpty()) add(String.join(" · ", header));
        for (var row : rows)
          add(row.stream().map(InlineText::of).collect(Collectors.joining(" · ")));
      }
      case Block.Embed(_, var url, var title) -> add(joined(" ", title, url));
      case Block.Infobox(var title, var body) -> {
        add(title);
        blocks(body);
      }
      case Block.Divider() -> {}
    }
  }

  private void image(@Nullable Image image) {
    if (image == null) return;
    var credit = image.credit() == null ? null : "(" + image.credit() + ")";
    add(joined(" ", image.caption() == null ? image.alt() : image.caption(), credit));
  }

  private void liveblog(LiveblogTeaser liveblog) {
    add(joined(": ", liveblog.kicker(), liveblog.headline()));
    add(liveblog.summary());
    image(liveblog.image());
  }

  private void teaser(ShownTeaser shown) {
    out.under(shown.window(), () -> Teasers.words(shown.content()).forEach(this::add));
  }

  /** A block; every block begins with the blank line that parts it from the one before. */
  private void add(@Nullable String text) {
    if (text != null && !text.isBlank()) out.add("\n\n" + line(text));
  }

  private static String joined(String separator, @Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(separator));
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "\n");
  }
}
