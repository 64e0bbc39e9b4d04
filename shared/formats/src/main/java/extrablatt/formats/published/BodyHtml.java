package extrablatt.formats.published;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the blocks of a body as HTML that is also well-formed XML, each block on a line. */
public final class BodyHtml {
  private final PieceWriter out;
  private final PublishedArticle article;
  private final boolean conditionalToo;

  BodyHtml(PieceWriter out, PublishedArticle article, boolean conditionalToo) {
    this.out = out;
    this.article = article;
    this.conditionalToo = conditionalToo;
  }

  /**
   * The body as one text that is the same for everybody: videos that not everybody may see at any
   * time are left out.
   */
  public static String unconditional(PublishedArticle article) {
    var out = new PieceWriter();
    new BodyHtml(out, article, false).blocks(article.content().body());
    var rendering = out.rendering();
    return rendering.pieces().isEmpty() ? "" : rendering.pieces().getFirst().bytes().text();
  }

  void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  void block(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> line("<p>" + Markup.xml(html) + "</p>");
      case Block.Heading(var level, var text) ->
          line("<h%d>%s</h%d>".formatted(level, Markup.escaped(text), level));
      case Block.Quote quote -> line(quote(quote));
      case Block.Picture(var image) -> line(figure("", image));
      case Block.VideoTeaser(var id) ->
          article.teasers().getOrDefault(id, List.of()).forEach(this::teaser);
      case Block.NewVideoTeaser _ -> {}
      case Block.LiveblogHint(var liveblog) -> line(liveblog(liveblog));
      case Block.ItemList(var ordered, var items) -> line(list(ordered ? "ol" : "ul", items));
      case Block.Table(var header, var rows) -> line(table(header, rows));
      case Block.Embed(var provider, var url, var title) ->
          line(
              "<figure><iframe"
                  + Markup.attribute("src", url)
                  + Markup.attribute("title", title)
                  + Markup.attribute("data-provider", provider)
                  + "></iframe></figure>");
      case Block.Infobox(var title, var body) -> {
        line("<aside>" + (title == null ? "" : "<h3>" + Markup.escaped(title) + "</h3>"));
        blocks(body);
        line("</aside>");
      }
      case Block.Divider() -> line("<hr/>");
    }
  }

  private void line(String html) {
    out.add(html).add("\n");
  }

  private static String quote(Block.Quote quote) {
    var html = new StringBuilder("<blockquote>");
    for (var line : quote.text().split("\\R", -1))
      html.append("<p>").append(Markup.escaped(line)).append("</p>");
    if (quote.speaker() != null || quote.role() != null) {
      html.append("<footer>");
      if (quote.speaker() != null) html.append(Markup.escaped(quote.speaker()));
      if (quote.speaker() != null && quote.role() != null) html.append(", ");
      if (quote.role() != null)
        html.append("<small class=\"role\">")
            .append(Markup.escaped(quote.role()))
            .append("</small>");
      html.append("</footer>");
    }
    return html.append("</blockquote>").toString();
  }

  /** A picture with its caption and credit; one without an address is its words. */
  static String figure(String attributes, Image image) {
    var caption =
        Stream.of(
                image.caption() == null ? null : Markup.escaped(image.caption()),
                image.credit() == null
                    ? null
                    : "<small class=\"credit\">" + Markup.escaped(image.credit()) + "</small>")
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    if (image.url() == null) return caption.isEmpty() ? "" : "<p>" + caption + "</p>";
    return "<figure"
        + attributes
        + "><img"
        + Markup.attribute("src", image.url())
        + " alt=\""
        + (image.alt() == null ? "" : Markup.escaped(image.alt()))
        + "\""
        + Markup.attribute("width", image.width())
        + Markup.attribute("height", image.height())
        + "/>"
        + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
        + "</figure>";
  }

  private static String list(String name, List<String> items) {
    return items.stream()
        .map(item -> "<li>" + Markup.xml(item) + "</li>")
        .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
  }

  private static String table(List<String> header, List<List<String>> rows) {
    var html = new StringBuilder("<table>");
    if (!header.isEmpty()) {
      html.append("<thead><tr>");
      for (var cell : header) html.append("<th>").append(Markup.escaped(cell)).append("</th>");
      html.append("</tr></thead>");
    }
    html.append("<tbody>");
    for (var row : rows) {
      html.append("<tr>");
      for (var cell : row) html.append("<td>").append(Markup.xml(cell)).append("</td>");
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String liveblog(LiveblogTeaser liveblog) {
    var html = new StringBuilder("<aside class=\"liveblog\">");
    var title =
        Stream.of(liveblog.kicker(), liveblog.headline())
            .filter(Objects::nonNull)
            .map(Markup::escaped)
            .collect(Collectors.joining(": "));
    if (!title.isEmpty()) html.append("<h3>").append(title).append("</h3>");
    if (liveblog.summary() != null)
      html.append("<p>").append(Markup.escaped(liveblog.summary())).append("</p>");
    var image = liveblog.image();
    if (image != null) html.append(figure("", image));
    return html.append("</aside>").toString();
  }

  /** The film depends on the viewer's country, the words beside it do not. */
  private void teaser(ShownTeaser shown) {
    var window = shown.window();
    var teaser = shown.content();
    var restricted = shown.restriction();
    if (!conditionalToo && window != null) return;
    out.under(
        window,
        () -> {
          out.add("<figure class=\"video\">");
          var film = film(teaser);
          if (conditionalToo) out.under(restricted, () -> out.add(film));
          else if (restricted == null) out.add(film);
          line("<figcaption>" + words(teaser) + "</figcaption></figure>");
        });
  }

  private static String film(TeaserContent teaser) {
    if (teaser.streams().isEmpty()) return "";
    var poster = teaser.poster();
    return "<video"
        + Markup.attribute("src", teaser.streams().getFirst().url())
        + Markup.attribute("title", teaser.title())
        + Markup.attribute("poster", poster == null ? null : poster.url())
        + " controls=\"controls\"></video>";
  }

  private static String words(TeaserContent teaser) {
    return Teasers.words(teaser).stream()
        .map(words -> "<p>" + Markup.escaped(words) + "</p>")
        .collect(Collectors.joining());
  }
}
