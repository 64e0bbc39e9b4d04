package extrablatt.formats;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where readers reach a stack. What was uploaded to it has an address without a host; by the site
 * it gets one that holds anywhere, and loses it when it comes home.
 */
public final class Site {
  /** Nobody said where; addresses stay as they are. */
  public static final Site UNKNOWN = new Site("");

  private static final String OWN = "/media/";

  private final String address;

  private Site(String address) {
    this.address = address;
  }

  /**
   * A site.
   *
   * @param address its scheme and host, with or without a slash at the end; null or blank if nobody
   *     said
   */
  public static Site of(@Nullable String address) {
    return address == null ? UNKNOWN : new Site(address.strip().replaceFirst("/+$", ""));
  }

  /** An article whose files can be fetched by who has nothing but the document. */
  public PublishedArticle abroad(PublishedArticle article) {
    if (address.isEmpty()) return article;
    var teasers =
        article.teasers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey(),
                    each -> each.getValue().stream().map(this::abroad).toList()));
    return new PublishedArticle(
        article.id(),
        article.span(),
        article.firstPublishedAt(),
        written(article.content(), this::abroad),
        teasers);
  }

  private ShownTeaser abroad(ShownTeaser shown) {
    return new ShownTeaser(
        shown.id(),
        shown.span(),
        shown.firstPublishedAt(),
        written(shown.content(), this::abroad),
        shown.condition());
  }

  private String abroad(String url) {
    return url.startsWith(OWN) ? address + url : url;
  }

  /** What a document asks for, its addresses of our files again as we keep them. */
  Instruction home(Instruction instruction) {
    if (address.isEmpty()) return instruction;
    return switch (instruction) {
      case Instruction.Save(var content) -> new Instruction.Save(written(content, this::home));
      case Instruction.SaveTeaser(var content) ->
          new Instruction.SaveTeaser(written(content, this::home));
      case Instruction.SaveLiveblog(var content, var endsAt) ->
          new Instruction.SaveLiveblog(
              content.withImage(written(content.image(), this::home)), endsAt);
      case Instruction.SaveEntry(var content) ->
          new Instruction.SaveEntry(content.withBody(written(content.body(), this::home)));
      case Instruction.Kill kill -> kill;
    };
  }

  private String home(String url) {
    return url.startsWith(address + OWN) ? url.substring(address.length()) : url;
  }

  private static ArticleContent written(ArticleContent content, UnaryOperator<String> writing) {
    return content
        .withImage(written(content.image(), writing))
        .withBody(written(content.body(), writing));
  }

  private static @Nullable Image written(@Nullable Image image, UnaryOperator<String> writing) {
    return image == null ? null : image.at(writing);
  }

  private static List<Block> written(List<Block> body, UnaryOperator<String> writing) {
    return Bodies.replaced(
        body,
        (block, _) ->
            switch (block) {
              case Block.Picture(var image) -> new Block.Picture(image.at(writing));
              case Block.NewVideoTeaser(var teaser) ->
                  new Block.NewVideoTeaser(written(teaser, writing));
              case Block.LiveblogHint(var hint) ->
                  new Block.LiveblogHint(hint.withImage(written(hint.image(), writing)));
              default -> block;
            });
  }

  private static TeaserContent written(TeaserContent teaser, UnaryOperator<String> writing) {
    return teaser.withMedia(
        written(teaser.poster(), writing),
        teaser.streams().stream().map(each -> each.at(writing.apply(each.url()))).toList(),
        teaser.subtitles().stream()
            .map(each ->
                new TeaserContent.Subtitles(
                    each.language(), writing.apply(each.url()), each.kind()))
            .toList());
  }
}
