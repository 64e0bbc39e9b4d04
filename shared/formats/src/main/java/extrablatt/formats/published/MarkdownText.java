package extrablatt.formats.published;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.formats.Times;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article in Markdown (CommonMark with GitHub's tables) under front matter, as our ingest reads
 * it. What Markdown has no sign for stands in it as HTML.
 */
final class MarkdownText {
  private final PublishedArticle article;
  private final ArticleContent content;
  private final PieceWriter out = new PieceWriter();
  private boolean wasList;
  private boolean otherSign;

  private MarkdownText(PublishedArticle article) {
    this.article = article;
    this.content = article.content();
  }

  static Rendering of(PublishedArticle article) {
    var markdown = new MarkdownText(article);
    markdown.frontMatter();
    markdown.content.body().forEach(markdown::block);
    markdown.out.add("\n");
    return markdown.out.rendering();
  }

  private void frontMatter() {
    out.add("---\n");
    entry("guid", Identity.article(article.id()));
    entry("version", String.valueOf(article.span().revision()));
    var slug = article.span().slug();
    entry("slug", slug == null ? null : slug.value());
    entry("kicker", content.kicker());
    entry("title", content.headline());
    entry("lead", content.lead());
    entry("lang", content.language());
    entry("section", content.section());
    list("topics", content.topics());
    if (!content.authors().isEmpty()) {
      out.add("authors:\n");
      for (var author : content.authors()) {
        out.add("  - name: " + quoted(author.name()) + "\n");
        out.add("    role: " + quoted(author.role() == null ? "" : author.role()) + "\n");
      }
    }
    list("sources", content.sources());
    image(content.image());
    entry("urgency", content.urgency() == null ? null : content.urgency().toString());
    if (content.breaking()) out.add("breaking: true\n");
    var expires = article.span().expiresAt();
    entry("expires", expires == null ? null : Times.text(expires));
    entry("canonical", content.canonicalUrl());
    entry("published", Times.text(article.span().publishedAt()));
    entry("updated", Times.text(article.span().updatedAt()));
    maps(
        "related",
        content.related().stream()
            .map(related ->
                new String[] {
                  "rel",
                  related.rel(),
                  "url",
                  related.url(),
                  "id",
                  related.id(),
                  "title",
                  related.title()
                })
            .toList());
    maps(
        "corrections",
        content.corrections().stream()
            .map(correction ->
                new String[] {
                  "at",
                  correction.at() == null ? null : Times.text(correction.at()),
                  "text",
                  correction.text()
                })
            .toList());
    out.add("---");
  }

  private void image(@Nullable Image image) {
    if (image == null) return;
    maps(
        "image",
        List.<@Nullable String[]>of(
            new @Nullable String[] {
              "url",
              image.url(),
              "alt",
              image.alt(),
              "caption",
              image.caption(),
              "credit",
              image.credit()
            }));
  }

  private void entry(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) out.add(key + ": " + quoted(value) + "\n");
  }

  private void list(String key, List<String> values) {
    if (values.isEmpty()) return;
    out.add(key + ":\n");
    for (var value : values) out.add("  - " + quoted(value) + "\n");
  }

  /** Values with keys of their own: name, value, name, value. */
  private void maps(String key, List<@Nullable String[]> maps) {
    if (maps.isEmpty()) return;
    out.add(key + ":\n");
    for (var map : maps) {
      var sign = "  - ";
      for (int i = 0; i < map.length; i += 2) {
        var value = map[i + 1];
        if (value == null) continue;
        out.add(sign + map[i] + ": " + quoted(value) + "\n");
        sign = "    ";
      }
    }
  }

  /** Always in quotes: what a bare value means depends on the reader. */
  private static String quoted(String value) {
    return "\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n")
        + "\"";
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> add(lineStart(MarkdownInline.of(html)));
      case Block.Heading(var level, var text) ->
          add("#".repeat(level) + " " + MarkdownInline.ofText(oneLine(text)));
      case Block.ItemList list -> list(list);
      case Block.Divider() -> add("---");
      case Block.Table table when fitsPipes(table) -> add(table(table));
      case Block.VideoTeaser(var id) ->
          article.teasers().getOrDefault(id, List.of()).forEach(this::teaser);
      case Block.NewVideoTeaser _ -> {}
      case Block.Quote _,
          Block.Picture _,
          Block.LiveblogHint _,
          Block.Table _,
          Block.Embed _,
          Block.Infobox _ ->
          html(block);
    }
    wasList = block instanceof Block.ItemList;
  }

  /** As HTML, which ends at a blank line. */
  private void html(Block block) {
    var html = new PieceWriter();
    new BodyHtml(html, article, false).block(block);
    for (var piece : html.rendering().pieces())
      add(piece.bytes().text().strip().replaceAll("\\n\\s*\\n", "\n"));
  }

  private void teaser(ShownTeaser shown) {
    out.under(
        shown.window(),
        () -> {
          add("<figure class=\"video\">");
          for (var stream : shown.content().streams().stream().limit(1).toList())
            out.under(
                shown.restriction(),
                () -> out.add("\n<video" + Markup.attribute("src", stream.url()) + "></video>"));
          for (var words : Teasers.words(shown.content()))
            out.add("\n<p>" + Markup.escaped(oneLine(words)) + "</p>");
          out.add("\n</figure>");
        });
  }

  /** Lists that follow one another have other signs, or they would be one. */
  private void list(Block.ItemList list) {
    otherSign = wasList && !otherSign;
    int number = 1;
    var items = new StringBuilder();
    for (var item : list.items()) {
      var sign = list.ordered() ? number++ + (otherSign ? ")" : ".") : otherSign ? "*" : "-";
      items.append(items.isEmpty() ? "" : "\n").append(sign).append(' ');
      items.append(lineStart(MarkdownInline.of(item)));
    }
    add(items.toString());
  }

  private static boolean fitsPipes(Block.Table table) {
    int columns = table.header().size();
    return columns > 0
        && table.header().stream().noneMatch(String::isBlank)
        && table.rows().stream().allMatch(row -> row.size() == columns);
  }

  private static String table(Block.Table table) {
    var lines = new StringBuilder();
    lines.append(
        row(
            table.header().stream()
                .map(MarkdownText::oneLine)
                .map(MarkdownInline::ofText)
                .toList()));
    lines.append('\n').append(row(table.header().stream().map(_ -> "---").toList()));
    for (var row : table.rows())
      lines.append('\n').append(row(row.stream().map(MarkdownInline::of).toList()));
    return lines.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** What would begin a list, a heading or a rule at the start of a line does not. */
  private static String lineStart(String markdown) {
    return markdown
        .replaceFirst("^([-+=])", "\\\\$1")
        .replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Every block begins with the blank line that parts it from the one before. */
  private void add(String markdown) {
    if (!markdown.isBlank()) out.add("\n\n" + markdown);
  }
}
