package extrablatt.formats.feed;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import extrablatt.formats.markup.Xml;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One entry of a feed as an article; {@code docs/formats/feed.md} says where each element goes. */
final class FeedEntry {
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";
  private static final String ATOM_PUBLISHING = "http://www.w3.org/2007/app";

  /** What begins the namespaces of all editions. */
  private static final String PRISM = "http://prismstandard.org/namespaces/";

  private static final String WORDPRESS = "http://wordpress.org/export/";

  /** In RSS an author is an address with a name behind it. */
  private static final Pattern ADDRESS_AND_NAME = Pattern.compile("\\S+@\\S+\\s+\\((.+)\\)");

  private final Xml xml;
  private final Element entry;
  private final @Nullable Element feed;
  private final ForeignArticle article = new ForeignArticle();
  private final Terms terms;
  private final Set<String> shown = new HashSet<>();
  private @Nullable Element body;
  private @Nullable Element summary;

  FeedEntry(Xml xml, Element entry, @Nullable Element feed) {
    this.xml = xml;
    this.entry = entry;
    this.feed = feed;
    this.terms = new Terms(xml, article);
  }

  Reading reading(String format) {
    if (entry.tagName().equals("deleted-entry")) return deleted(format);
    identity();
    var kind = kindOfWordPress();
    if (kind != null)
      return new Reading.Refused(
          format,
          "unsupported-kind",
          List.of(xml.fault(kind, "is " + kind.text() + "; only posts and pages are kept")));
    language();
    for (var element : entry.children()) add(element);
    texts();
    media(entry.children());
    Headlines.complete(article);
    return article.reading(format);
  }

  /** What its provider calls it, once it is read; else as is said. */
  String name(String otherwise) {
    var guid = article.guid();
    return guid == null ? otherwise : guid;
  }

  /** The kind that WordPress says the entry is of, if that is none of ours. */
  private @Nullable Element kindOfWordPress() {
    for (var element : entry.select("> post_type")) {
      if (!xml.namespace(element).startsWith(WORDPRESS)) continue;
      if (!Set.of("post", "page").contains(element.text().strip())) return element;
    }
    return null;
  }

  /** A tombstone (RFC 6721). */
  private Reading deleted(String format) {
    var reference = Values.orNull(entry.attr("ref"));
    if (reference == null) {
      article.fault(xml.fault(entry, "has no ref: name the id of the entry that is deleted"));
      return article.reading(format);
    }
    article.guid(reference);
    var when = Times.parsed(entry.attr("when")).orElse(null);
    var comment = entry.selectFirst("> comment");
    var reason = comment == null ? "deleted by its provider" : comment.text();
    var document = article.document();
    return new Reading.Understood(
        format,
        new IncomingDocument(
            document.guid(),
            when == null ? null : when.toEpochMilli(),
            null,
            new Instruction.Kill(reason),
            document.warnings()));
  }

  private void identity() {
    var told = entry.selectFirst("> guid, > id");
    if (told == null) told = entry.selectFirst("> link");
    if (told != null) article.guid(told.text().isBlank() ? told.attr("href") : told.text());
    else if (!entry.attr("about").isBlank()) article.guid(entry.attr("about"));
    else
      article.fault(xml.fault(entry, "has neither a guid nor a link: nobody could know it again"));
    var updated = entry.selectFirst("> updated");
    if (updated != null)
      Times.parsed(updated.text())
          .ifPresent(time -> article.version(String.valueOf(time.toEpochMilli())));
  }

  private void language() {
    article.language(entry.attr("lang"));
    if (feed == null || article.hasLanguage()) return;
    var told = feed.selectFirst("> language");
    article.language(told == null ? feed.attr("lang") : told.text());
  }

  private void add(Element element) {
    switch (xml.namespace(element)) {
      case MEDIA -> {}
      case CONTENT -> body = element;
      case DUBLIN_CORE -> dublinCore(element);
      case DUBLIN_CORE_TERMS -> terms.add(element);
      case ATOM_PUBLISHING -> control(element);
      case String other when other.startsWith(PRISM) -> terms.addOfPrism(element);
      case String other when other.startsWith(WORDPRESS) -> wordPress(element);
      default -> own(element);
    }
  }

  /** An entry that somebody still works on (RFC 5023, 13.1.1). */
  private void control(Element control) {
    var draft = control.selectFirst("> draft");
    if (draft != null && draft.text().strip().equalsIgnoreCase("yes")) article.draft("draft: yes");
    else article.extra(control.tagName(), control.text());
  }

  /** WordPress writes all that it has into a feed, whatever has not been published too. */
  private void wordPress(Element element) {
    var text = element.text().strip();
    switch (element.tagName()) {
      case "encoded" -> summary = element;
      case "status" -> {
        if (!text.equals("publish")) article.draft("status: " + text);
      }
      case "post_modified_gmt" ->
          Times.parsed(text.replace(' ', 'T') + "Z")
              .ifPresentOrElse(
                  time -> article.version(String.valueOf(time.toEpochMilli())),
                  () -> article.extra(element.tagName(), text));
      case "post_password" -> {
        if (!text.isEmpty()) article.draft("that it needs a password");
      }
      default -> article.extra(element.tagName(), text);
    }
  }

  private void dublinCore(Element element) {
    switch (element.tagName()) {
      case "creator" -> authors(element.text());
      case "subject" -> article.topic(element.text());
      case "publisher" -> article.source(element.text());
      case "date" -> terms.published(element);
      default -> article.extra(element.tagName(), element.text());
    }
  }

  private void own(Element element) {
    switch (element.tagName()) {
      case "guid", "id", "enclosure" -> {}
      case "title" -> article.headline(plain(element));
      case "pubDate", "published" -> terms.published(element);
      case "link" -> link(element);
      case "description", "summary" -> summary = element;
      case "content" -> body = element;
      case "author" -> {
        var name = element.selectFirst("> name");
        authors(name == null ? element.text() : name.text());
      }
      case "category" -> category(element);
      case "source" -> {
        var title = element.selectFirst("> title");
        article.source(title == null ? element.text() : title.text());
        article.extra("source.url", element.attr("url"));
      }
      default -> article.kept(element.tagName(), element);
    }
  }

  private void authors(String told) {
    var named = ADDRESS_AND_NAME.matcher(told.strip());
    for (var name : Bylines.names(named.matches() ? named.group(1) : told))
      article.author(name, null);
  }

  private void category(Element category) {
    var label = Values.orNull(category.attr("label"));
    var term = Values.orNull(category.attr("term"));
    article.topic(label != null ? label : term != null ? term : category.text());
    if (label != null && !label.equals(term)) article.extra("category.term", term);
    article.extra("category.scheme", category.attr("scheme"));
    article.extra("category.domain", category.attr("domain"));
  }

  private void link(Element link) {
    var address = link.attr("href").isBlank() ? link.text() : link.attr("href");
    switch (link.attr("rel").toLowerCase(Locale.ROOT)) {
      case "", "alternate" -> article.canonicalUrl(address);
      case "enclosure" -> {}
      case "related", "via" ->
          article.related(link.attr("rel"), address, Values.orNull(link.attr("title")));
      default -> article.extra("link." + link.attr("rel"), address);
    }
  }

  /** Where there is a text beside the description, that is the lead; else it is the text. */
  private void texts() {
    if (body == null) {
      if (summary != null) article.blocks(blocks(summary));
      return;
    }
    if (summary != null) article.lead(plain(summary));
    if (!body.attr("src").isBlank()) article.extra("content.src", body.attr("src"));
    article.blocks(blocks(body));
  }

  private List<Block> blocks(Element element) {
    if (!element.children().isEmpty()) return MarkupBlocks.of(element, article);
    var type = element.attr("type").toLowerCase(Locale.ROOT);
    boolean isText =
        type.equals("text")
            || type.equals("text/plain")
            || (entry.tagName().equals("entry") && type.isEmpty());
    var text = element.wholeText();
    return isText ? PlainLines.paragraphs(text) : HtmlText.blocks(text, article);
  }

  /** A title or a summary may be HTML; in RSS nobody says whether it is. */
  private String plain(Element element) {
    var type = element.attr("type").toLowerCase(Locale.ROOT);
    boolean isText = type.equals("text") || (entry.tagName().equals("entry") && type.isEmpty());
    var text = element.text();
    return isText || (text.indexOf('<') < 0 && text.indexOf('&') < 0)
        ? text
        : HtmlText.parsed(text).text();
  }

  private void media(List<Element> elements) {
    for (var element : elements) {
      if (!xml.namespace(element).equals(MEDIA)) continue;
      var reason = isTakenBack(element) ? "their state is " + element.attr("state") : null;
      if (isRestricted(element)) reason = "they may be shown in some countries only";
      if (reason == null) continue;
      article.kept("media." + element.tagName(), element);
      article.warn("the media were left out: " + reason);
      for (var file : entry.select("[url]")) article.extra("media", file.attr("url"));
      return;
    }
    for (var element : elements) {
      boolean isMedia = xml.namespace(element).equals(MEDIA);
      var name = element.tagName();
      if (isMedia && name.equals("group")) group(element);
      else if (isMedia && name.equals("content")) file(element, element);
      else if (isMedia && name.equals("thumbnail")) thumbnail(element);
      else if (isMedia) article.kept("media." + name, element);
      else if (name.equals("enclosure") || element.attr("rel").equals("enclosure"))
        file(element, element);
    }
  }

  private static boolean isTakenBack(Element element) {
    return element.tagName().equals("status")
        && Set.of("blocked", "deleted").contains(element.attr("state").toLowerCase(Locale.ROOT));
  }

  private static boolean isRestricted(Element element) {
    return element.tagName().equals("restriction")
        && element.attr("type").equalsIgnoreCase("country")
        && !element.text().strip().equalsIgnoreCase("all");
  }

  /** The same in several sizes: the default or the largest counts. */
  private void group(Element group) {
    Element best = null;
    for (var content : group.select("> content")) {
      if (best == null || isBetter(content, best)) best = content;
    }
    if (best != null) file(best, group);
    for (var content : group.select("> content"))
      if (!content.equals(best)) article.extra("media", content.attr("url"));
    for (var other : group.children())
      if (!other.tagName().equals("content")) media(List.of(other));
  }

  private static boolean isBetter(Element content, Element best) {
    if (content.attr("isDefault").equals("true")) return true;
    return !best.attr("isDefault").equals("true") && width(content) > width(best);
  }

  private static int width(Element content) {
    var width = Values.pixels(content.attr("width"));
    return width == null ? 0 : width;
  }

  private void file(Element file, Element describing) {
    var address = file.attr("url").isBlank() ? file.attr("href") : file.attr("url");
    var type = file.attr("type").toLowerCase(Locale.ROOT);
    var medium = file.attr("medium").toLowerCase(Locale.ROOT);
    boolean isImage = medium.equals("image") || type.startsWith("image/");
    var url = isImage ? Values.picture(address) : Values.address(address);
    if (url == null) {
      article.extra("media", address);
      return;
    }
    if (!shown.add(url)) return;
    if (isImage) image(file, url, describing);
    else if (type.startsWith("video/")
        || type.startsWith("audio/")
        || Set.of("video", "audio").contains(medium)) {
      var title = said(describing, "title");
      article.blocks(List.of(new Block.Embed(null, url, title)));
    } else article.extra("media", url);
  }

  private void image(Element file, String url, Element describing) {
    var caption = said(describing, "description");
    article.image(
        new Image(
            url,
            said(describing, "title"),
            caption,
            said(describing, "credit"),
            Values.pixels(file.attr("width")),
            Values.pixels(file.attr("height")),
            List.of()));
  }

  private void thumbnail(Element thumbnail) {
    var url = Values.picture(thumbnail.attr("url"));
    if (url == null || article.hasImage()) article.extra("media.thumbnail", thumbnail.attr("url"));
    else image(thumbnail, url, thumbnail);
  }

  private @Nullable String said(Element describing, String name) {
    for (var child : describing.children()) {
      if (xml.namespace(child).equals(MEDIA) && child.tagName().equals(name))
        return Values.orNull(plain(child));
    }
    return null;
  }
}
