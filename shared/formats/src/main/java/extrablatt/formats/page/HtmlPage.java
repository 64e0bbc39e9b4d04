package extrablatt.formats.page;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.MarkupBlocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page as an article; {@code docs/formats/html.md} says where everything goes. */
final class HtmlPage {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What belongs to the page and not to the article, wherever it stands. */
  private static final String NEVER =
      "nav, form, button, input, select, textarea, [hidden], [aria-hidden=true], dialog";

  /** What stands around a text where nobody marked it. */
  private static final String AROUND =
      "header, footer, [role=navigation], [role=banner], [role=search], [class*=share], [class*=social],"
          + " [class*=comment], [class*=newsletter], [class*=advert], [id*=comment], [class*=breadcrumb]";

  private final Document page;
  private final @Nullable ForeignJson data;
  private final ForeignArticle article = new ForeignArticle();
  private final Set<String> taken =
      new HashSet<>(Set.of("@context", "@type", "@id", "@graph", "mainentity"));

  HtmlPage(Document page, @Nullable ForeignJson data) {
    this.page = page;
    this.data = data;
  }

  Reading reading(String format) {
    if (MarkupBlocks.isTooMuch(page)) {
      MarkupBlocks.of(page, article);
      return article.reading(format);
    }
    if (data != null) described(data);
    meta();
    body();
    if (data != null) rest(data);
    Headlines.complete(article);
    return article.reading(format);
  }

  private void described(ForeignJson data) {
    article.guid(identifier(data));
    article.version(text(data, "version"));
    article.kicker(text(data, "alternativeHeadline"));
    article.headline(text(data, "headline"));
    article.headline(text(data, "name"));
    article.lead(text(data, "description"));
    article.lead(text(data, "abstract"));
    article.language(text(data, "inLanguage"));
    article.expiresAt(text(data, "expires"), "expires");
    for (var section : names(data, "articleSection")) article.section(section);
    for (var keyword : names(data, "keywords")) {
      for (var part : keyword.split(",", -1)) article.topic(part);
    }
    for (var about : names(data, "about")) article.topic(about);
    for (var author : names(data, "author")) article.author(author, null);
    for (var publisher : names(data, "publisher")) article.source(publisher);
    for (var source : names(data, "sourceOrganization")) article.source(source);
    for (var correction : names(data, "correction")) article.correction(null, correction);
    images(data);
    addresses(data);
  }

  private @Nullable String identifier(ForeignJson data) {
    taken.add("identifier");
    var text = data.text("identifier");
    if (text != null) return text;
    var value = data.object("identifier");
    return value == null ? null : value.text("value");
  }

  private void addresses(ForeignJson data) {
    var url = text(data, "url");
    var main = data.object("mainEntityOfPage");
    var address = main == null ? text(data, "mainEntityOfPage") : main.text("@id");
    taken.add("mainentityofpage");
    article.canonicalUrl(url == null ? address : url);
    for (var name : List.of("isBasedOn", "relatedLink", "citation")) {
      for (var link : data.texts(name)) article.related(name, link, null);
      for (var thing : data.objects(name))
        article.related(name, thing.text("url"), thing.text("name"));
      taken.add(name.toLowerCase(Locale.ROOT));
    }
  }

  private void images(ForeignJson data) {
    taken.add("image");
    var seen = new HashSet<String>();
    for (var url : data.texts("image")) image(url, null, null, null, null, seen);
    for (var image : data.objects("image")) {
      var url = image.text("contentUrl") == null ? image.text("url") : image.text("contentUrl");
      var credit = image.text("creditText");
      if (credit == null) {
        var creator = image.object("creator");
        credit = creator == null ? null : creator.text("name");
      }
      image(url, image.text("caption"), credit, image.text("width"), image.text("height"), seen);
    }
  }

  /** Several addresses are the same picture in other shapes; the first counts. */
  private void image(
      @Nullable String url,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable String width,
      @Nullable String height,
      Set<String> seen) {
    if (url == null || !url.matches("(?i)https?://\\S+") || !seen.add(url)) return;
    if (seen.size() > 1) article.extra("image", url);
    else
      article.image(
          new Image(url, null, caption, credit, number(width), number(height), List.of()));
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("[1-9]\\d{0,4}") ? Integer.valueOf(text) : null;
  }

  /** What the page says of itself where nothing else did. */
  private void meta() {
    if (article.hasHeadline())
      article.extra("og:title", different(content("meta[property=og:title]")));
    else {
      article.headline(content("meta[property=og:title]"));
      var heading = page.selectFirst("article h1, main h1, h1");
      if (heading != null) article.headline(heading.text());
      article.headline(page.title());
    }
    article.lead(content("meta[property=og:description]"));
    article.lead(content("meta[name=description]"));
    if (!article.hasLanguage()) {
      article.language(page.select("html").attr("lang"));
      if (!article.hasLanguage()) article.language(content("meta[property=og:locale]"));
    }
    if (!article.hasSection()) article.section(content("meta[property=article:section]"));
    if (!article.hasTopics()) {
      for (var tag : page.select("meta[property=article:tag]")) article.topic(tag.attr("content"));
      for (var keywords : page.select("meta[name=news_keywords], meta[name=keywords]")) {
        for (var part : keywords.attr("content").split(",", -1)) article.topic(part);
      }
    }
    if (!article.hasAuthors()) {
      for (var author : page.select("meta[name=author]"))
        Bylines.names(author.attr("content")).forEach(name -> article.author(name, null));
    }
    if (!article.hasCanonicalUrl())
      article.canonicalUrl(page.select("link[rel=canonical]").attr("href"));
    var picture = content("meta[property=og:image]");
    if (!article.hasImage()) image(picture, null, null, null, null, new HashSet<>());
  }

  private @Nullable String different(@Nullable String title) {
    return title == null || article.isHeadline(title) ? null : title;
  }

  private @Nullable String content(String query) {
    var element = page.selectFirst(query);
    return element == null || element.attr("content").isBlank() ? null : element.attr("content");
  }

  private void body() {
    var marked = page.selectFirst("[itemprop=articleBody]");
    var root = marked == null ? readable() : marked;
    int left = leftOut(root, NEVER);
    if (marked == null) left += leftOut(root, AROUND);
    if (left > 0)
      article.warn(left + " words around the text belong to the page and were left out");
    for (var heading : root.select("h1")) {
      if (article.isHeadline(heading.text())) heading.remove();
    }
    for (var paragraph : root.select("p")) {
      if (article.isLead(paragraph.text())) paragraph.remove();
    }
    var blocks = MarkupBlocks.of(root, article);
    if (marked == null && !hasText(blocks) && data != null && data.text("articleBody") != null) {
      article.blocks(PlainLines.paragraphs(String.valueOf(data.text("articleBody"))));
    } else {
      article.blocks(blocks);
    }
    taken.add("articlebody");
    videos();
  }

  private static boolean hasText(List<Block> blocks) {
    return blocks.stream().anyMatch(block -> block instanceof Block.Paragraph);
  }

  /** The article element, else the main one, else what holds the most text in paragraphs. */
  private Element readable() {
    for (var name : List.of("article", "main", "[role=main]")) {
      var found = page.select(name).stream().max(Comparator.comparingInt(HtmlPage::written));
      if (found.isPresent() && written(found.get()) > 0) return found.get();
    }
    return page.select("p").stream()
        .map(Element::parent)
        .filter(parent -> parent != null)
        .distinct()
        .max(Comparator.comparingInt(HtmlPage::written))
        .orElse(page.body());
  }

  private static int written(Element element) {
    return element.select("p").stream().mapToInt(paragraph -> paragraph.text().length()).sum();
  }

  private static int leftOut(Element root, String query) {
    int words = 0;
    for (var element : new ArrayList<>(root.select(query))) {
      if (element.equals(root) || element.parent() == null) continue;
      var text = element.text().strip();
      if (!text.isEmpty()) words += SPACES.split(text).length;
      element.remove();
    }
    return words;
  }

  private void videos() {
    if (data == null) return;
    taken.add("video");
    for (var video : data.objects("video")) {
      var url =
          video.text("contentUrl") == null ? video.text("embedUrl") : video.text("contentUrl");
      if (url != null && url.matches("(?i)https?://[^\\s/]+\\S*"))
        article.blocks(List.of(new Block.Embed(null, url, video.text("name"))));
      else for (var value : data.shown("video")) article.extra("video", value);
    }
  }

  private void rest(ForeignJson data) {
    for (var name : data.names()) {
      if (taken.contains(name)) continue;
      for (var value : data.shown(name)) article.extra(data.spelled(name), value);
    }
  }

  private @Nullable String text(ForeignJson data, String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
    return data.text(name);
  }

  /** Names of things, or texts in their place. */
  private List<String> names(ForeignJson data, String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
    var names = new ArrayList<>(data.texts(name));
    for (var thing : data.objects(name)) {
      var told = thing.text("name") == null ? thing.text("text") : thing.text("name");
      if (told != null) names.add(told);
    }
    return names;
  }
}
