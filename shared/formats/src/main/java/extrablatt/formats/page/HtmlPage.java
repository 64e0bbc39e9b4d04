package extrablatt.formats.page;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page as an article; {@code docs/formats/html.md} says where everything goes. */
final class HtmlPage {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** JSON-LD's own names, which say nothing about the article. */
  private static final List<String> FRAME =
      List.of("@context", "@type", "@id", "@graph", "mainEntity");

  /** What is read of a picture. */
  private static final String[] PICTURE = {
    "@type", "@id", "url", "contentUrl", "caption", "creditText", "creator", "width", "height"
  };

  /** What belongs to the page and not to the article, wherever it stands. */
  private static final String NEVER =
      "nav, form, button, input, select, textarea, [hidden], [aria-hidden=true], dialog";

  /** What stands around a text where nobody marked it; an article's own header belongs to it. */
  private static final String AROUND =
      "footer, [role=navigation], [role=banner], [role=search]"
          + ", [class~="
          + around()
          + "], [id~="
          + around()
          + "]";

  /** Whole words of a class or an id: a commentary is no comment, a shareholder shares nothing. */
  private static String around() {
    return "(?i)(^|[\\s_-])(share|sharing|social|comments?|newsletter|advert|breadcrumbs?)($|[\\s_-])";
  }

  /** What a page says of its article beside its JSON-LD; often it is not the same. */
  private static final String TOLD_TWICE =
      "meta[name=description], meta[property=og:description], meta[name=author]"
          + ", meta[property=og:image], meta[property=article:section], meta[property=article:tag]";

  private final Document page;
  private final ForeignJson data;
  private final ForeignArticle article = new ForeignArticle();
  private final Fields fields;

  HtmlPage(Document page, @Nullable ForeignJson data) {
    this.page = page;
    this.data = data == null ? ForeignJson.EMPTY : data;
    this.fields = new Fields(this.data);
  }

  Reading reading(String format) {
    if (MarkupBlocks.isTooMuch(page)) {
      MarkupBlocks.of(page, article);
      return article.reading(format);
    }
    described();
    published();
    meta();
    body();
    for (var name : FRAME) fields.done(name);
    fields.keepOthers(article);
    Headlines.complete(article);
    return article.reading(format);
  }

  /** The date that readers see; who says that the page is a draft does not want any to see it. */
  private void published() {
    var date = fields.text("datePublished");
    article.published(
        date == null ? content("meta[property=article:published_time]") : date, "datePublished");
    if ("draft".equalsIgnoreCase(data.text("creativeWorkStatus")))
      article.draft("creativeWorkStatus: Draft");
  }

  /** What a live blog posting says of itself; its text is that of its entries. */
  ForeignArticle posting() {
    described();
    meta();
    for (var name : FRAME) fields.done(name);
    return article;
  }

  /** What was read of the description. */
  Fields fields() {
    return fields;
  }

  private void described() {
    article.guid(identifier());
    article.version(fields.text("version"));
    article.kicker(fields.text("alternativeHeadline"));
    article.headline(fields.text("headline"));
    if (!article.hasHeadline()) article.headline(fields.text("name"));
    article.lead(fields.text("description"));
    if (!article.hasLead()) article.lead(fields.text("abstract"));
    article.language(fields.text("inLanguage"));
    article.expiresAt(fields.text("expires"), "expires");
    for (var section : Names.of(fields, "articleSection", article)) article.section(section);
    for (var keyword : Names.of(fields, "keywords", article)) {
      for (var part : keyword.split(",", -1)) article.topic(part);
    }
    for (var about : Names.of(fields, "about", article)) article.topic(about);
    for (var author : Names.of(fields, "author", article)) article.author(author, null);
    for (var publisher : Names.of(fields, "publisher", article)) article.source(publisher);
    for (var source : Names.of(fields, "sourceOrganization", article)) article.source(source);
    for (var correction : Names.of(fields, "correction", article))
      article.correction(null, correction);
    images();
    addresses();
  }

  private @Nullable String identifier() {
    var text = fields.text("identifier");
    if (text != null) return text;
    var value = fields.object("identifier");
    return value == null ? null : value.text("value");
  }

  private void addresses() {
    var url = fields.text("url");
    var main = fields.object("mainEntityOfPage");
    var address = main == null ? fields.text("mainEntityOfPage") : main.text("@id");
    article.canonicalUrl(url == null ? address : url);
    if (main != null) article.extras("mainEntityOfPage", main, "@type", "@id");
    if (url != null && !url.equals(address)) article.extra("mainEntityOfPage", address);
    for (var name : List.of("isBasedOn", "relatedLink", "citation")) {
      for (var link : data.texts(name)) article.related(name, link, null);
      for (var thing : data.objects(name)) {
        article.related(name, thing.text("url"), thing.text("name"));
        article.extras(name, thing, "@type", "@id", "url", "name");
      }
      fields.done(name);
    }
  }

  private void images() {
    fields.done("image");
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
      article.extras("image", image, PICTURE);
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
    var address = Values.picture(url);
    if (address == null) article.extra("image", url);
    if (address == null || !seen.add(address)) return;
    if (seen.size() > 1) article.extra("image", address);
    else
      article.image(
          new Image(
              address,
              null,
              caption,
              credit,
              Values.pixels(width),
              Values.pixels(height),
              List.of()));
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
    for (var meta : page.select(TOLD_TWICE)) {
      var name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
      if (!article.says(meta.attr("content"))) article.extra(name, meta.attr("content"));
    }
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
    if (marked == null) {
      left += leftOut(root, AROUND);
      if (!root.normalName().equals("article")) left += leftOut(root, "header");
    }
    if (left > 0)
      article.warn(left + " words around the text belong to the page and were left out");
    for (var heading : root.select("h1")) {
      if (article.isHeadline(heading.text())) heading.remove();
    }
    for (var paragraph : root.select("p")) {
      if (article.isLead(paragraph.text())) paragraph.remove();
    }
    var told = data.text("articleBody");
    if (told != null && !words(root.text()).containsAll(words(told)))
      article.extra("articleBody", told);
    var blocks = MarkupBlocks.of(root, article);
    if (marked == null && !hasText(blocks) && data.text("articleBody") != null) {
      article.blocks(PlainLines.paragraphs(String.valueOf(data.text("articleBody"))));
    } else {
      article.blocks(blocks);
    }
    fields.done("articleBody");
    videos();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(text.strip().split("[\\s\\p{Punct}]+")));
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
    for (var video : data.objects("video")) {
      var content = Values.address(video.text("contentUrl"));
      var address = content == null ? Values.address(video.text("embedUrl")) : content;
      boolean isRestricted =
          video.names().contains("regionsallowed") || video.names().contains("ineligibleregion");
      if (isRestricted)
        article.warn("a video was left out: it may be shown in some countries only");
      if (address == null || isRestricted) {
        article.extras("video", video, "@type", "@id");
        continue;
      }
      article.blocks(List.of(new Block.Embed(null, address, video.text("name"))));
      var read = content == null ? "embedUrl" : "contentUrl";
      article.extras("video", video, "@type", "@id", "name", read);
    }
    if (!data.objects("video").isEmpty()) fields.done("video");
  }
}
