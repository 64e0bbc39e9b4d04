package extrablatt.formats.ans;

import extrablatt.domain.articles.Block;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.html.InlineHtml;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content elements of a story as blocks. */
final class AnsElements {
  /** As deep as JSON may be at all. */
  private static final int DEEPEST = 100;

  /** What is read of some element, or says nothing beyond the story. */
  private static final String[] READ = {
    "type",
    "version",
    "_id",
    "additional_properties",
    "content",
    "content_elements",
    "level",
    "citation",
    "list_type",
    "items",
    "header",
    "rows",
    "url",
    "alt_text",
    "caption",
    "credits",
    "width",
    "height",
    "headlines",
    "streams",
    "canonical_url",
    "raw_oembed",
    "referent",
    "title",
    "text",
    "display_date",
    "content_restrictions"
  };

  private final ForeignArticle article;

  AnsElements(ForeignArticle article) {
    this.article = article;
  }

  void add(List<ForeignJson> elements) {
    add(elements, 0);
  }

  private void add(List<ForeignJson> elements, int depth) {
    for (var element : elements) {
      add(element, depth);
      keepOthers(element);
    }
  }

  /** What an element says beside what becomes of it, but for what only its own system needs. */
  private void keepOthers(ForeignJson element) {
    article.extras("content_elements." + element.text("type"), element, READ);
  }

  private void add(ForeignJson element, int depth) {
    var type = element.text("type");
    if (!article.mayShow(null, Release.until(element), "an element of the type " + type)) return;
    switch (type == null ? "" : type) {
      case "text", "raw_html", "endorsement" -> html(element.text("content"));
      case "header" -> header(element);
      case "quote" -> quote(element, depth);
      case "list" -> list(element);
      case "table" -> table(element);
      case "image" -> image(element);
      case "video", "audio" -> media(element);
      case "gallery" -> add(element.objects("content_elements"), depth + 1);
      case "interstitial_link" -> link(element);
      case "link_list" -> links(element);
      case "oembed_response", "reference", "custom_embed", "social_media" -> embed(element);
      case "divider" -> article.blocks(List.of(new Block.Divider()));
      case "correction" -> correction(element);
      case "element_group" -> group(element, depth);
      case "code" -> html(code(element.text("content")));
      default -> other(element, depth);
    }
  }

  private void html(@Nullable String html) {
    if (html != null) article.blocks(HtmlText.blocks(html, article));
  }

  private static @Nullable String code(@Nullable String content) {
    return content == null ? null : "<pre>" + InlineHtml.ofText(content) + "</pre>";
  }

  private void header(ForeignJson element) {
    var text = plain(element.text("content"));
    var level = element.text("level");
    int told = level != null && level.matches("[1-6]") ? Integer.parseInt(level) : 2;
    if (text != null) article.blocks(List.of(new Block.Heading(Math.max(2, told), text)));
  }

  private void quote(ForeignJson element, int depth) {
    var lines = new ArrayList<String>();
    var inner = element.objects("content_elements");
    boolean isText = inner.stream().allMatch(part -> "text".equals(part.text("type")));
    for (var part : isText ? inner : List.<ForeignJson>of()) {
      var text = plain(part.text("content"));
      if (text != null) lines.add(text);
    }
    var own = plain(element.text("content"));
    if (own != null) lines.add(own);
    var citation = element.object("citation");
    var speaker = citation == null ? null : plain(citation.text("content"));
    if (!lines.isEmpty())
      article.blocks(List.of(new Block.Quote(String.join("\n", lines), speaker, null)));
    if (!isText && depth < DEEPEST) add(inner, depth + 1);
    if (lines.isEmpty() && speaker != null) html(InlineHtml.ofText(speaker));
  }

  private void list(ForeignJson element) {
    var items = new ArrayList<String>();
    items(element, items, 0);
    if (!items.isEmpty())
      article.blocks(
          List.of(new Block.ItemList("ordered".equals(element.text("list_type")), items)));
  }

  private void items(ForeignJson list, List<String> items, int depth) {
    for (var item : list.objects("items")) {
      var content = item.text("content");
      if (content != null && !content.isBlank())
        items.add(InlineHtml.sanitised(shortened(content)));
      if (depth < DEEPEST) items(item, items, depth + 1);
    }
  }

  private void table(ForeignJson element) {
    var header = new ArrayList<String>();
    for (var cell : element.objects("header")) header.add(told(plain(cell.text("content"))));
    var rows = new ArrayList<List<String>>();
    // Cells of a row come as objects, or as objects inside an array for each row.
    for (var row : element.rows("rows")) {
      if (row.isEmpty()) continue;
      rows.add(
          row.stream()
              .map(cell -> InlineHtml.sanitised(shortened(told(cell.text("content")))))
              .toList());
    }
    if (!header.isEmpty() || !rows.isEmpty())
      article.blocks(List.of(new Block.Table(header, rows)));
  }

  private void image(ForeignJson element) {
    var image = AnsStory.image(element);
    if (image != null) article.blocks(List.of(new Block.Picture(image)));
    else {
      article.warn("a picture without an address on the web was left out");
      article.extra("image", element.text("caption"));
    }
  }

  private void media(ForeignJson element) {
    var headlines = element.object("headlines");
    var title = headlines == null ? null : Values.orNull(headlines.text("basic"));
    for (var stream : element.objects("streams")) {
      if (embed(stream.text("url"), title)) return;
    }
    if (!embed(element.text("canonical_url"), title)) unknown(element);
  }

  private void link(ForeignJson element) {
    article.related("interstitial", element.text("url"), plain(element.text("content")));
  }

  private void links(ForeignJson element) {
    for (var item : element.objects("items")) link(item);
  }

  private void embed(ForeignJson element) {
    var raw = element.object("raw_oembed");
    var address = element.text("url");
    if (address == null && raw != null) address = raw.text("url");
    if (address == null) {
      var referent = element.object("referent");
      address = referent == null ? null : referent.text("id");
    }
    var title = raw == null ? null : Values.orNull(raw.text("title"));
    if (!embed(address, title)) unknown(element);
  }

  private boolean embed(@Nullable String url, @Nullable String title) {
    var address = Values.address(url);
    if (address == null) return false;
    article.blocks(List.of(new Block.Embed(null, address, title)));
    return true;
  }

  private void correction(ForeignJson element) {
    var at = AnsStory.time(element.text("display_date"));
    article.correction(at, plain(element.text("text")));
  }

  private void group(ForeignJson element, int depth) {
    var title = plain(element.text("title"));
    if (title != null) article.blocks(List.of(new Block.Heading(3, title)));
    if (depth < DEEPEST) add(element.objects("content_elements"), depth + 1);
  }

  /** Words of an element that we do not know are kept, and what else it says beside the article. */
  private void other(ForeignJson element, int depth) {
    html(element.text("content"));
    if (depth < DEEPEST) add(element.objects("content_elements"), depth + 1);
    unknown(element);
  }

  private void unknown(ForeignJson element) {
    article.extras(
        "content_elements." + element.text("type"), element, "content", "content_elements");
  }

  private static String shortened(String html) {
    return html.length() > InlineHtml.LONGEST_SOURCE
        ? html.substring(0, InlineHtml.LONGEST_SOURCE)
        : html;
  }

  private static @Nullable String plain(@Nullable String html) {
    if (html == null) return null;
    return Values.orNull(HtmlText.parsed(html).text());
  }

  private static String told(@Nullable String text) {
    return text == null ? "" : text;
  }
}
