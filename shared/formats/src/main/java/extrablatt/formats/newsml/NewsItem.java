package extrablatt.formats.newsml;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.Film;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PlainLines;
import extrablatt.formats.foreign.PubStatus;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import extrablatt.formats.markup.Xml;
import extrablatt.formats.nitf.NitfDocument;
import extrablatt.formats.published.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A news item of NewsML-G2; {@code docs/formats/newsml-g2.md} says where each element goes. */
final class NewsItem {
  private final Xml xml;
  private final Element item;
  private final ForeignArticle article = new ForeignArticle();
  private List<Element> media = List.of();

  NewsItem(Xml xml, Element item) {
    this.xml = xml;
    this.item = item;
  }

  /** With what else came in the message: its pictures belong to the text. */
  NewsItem with(List<Element> others) {
    media = List.copyOf(others);
    return this;
  }

  /** As an article. */
  Reading reading(String format) {
    return usable(
        format,
        () -> {
          each("> contentSet > *", this::content);
          media.forEach(this::beside);
          each("> contentMeta > icon", this::icon);
          Headlines.complete(article);
          return article.reading(format);
        });
  }

  /** As an article about what a package points to. */
  Reading pack(String format) {
    return usable(
        format,
        () -> {
          new Groups(item, article).add();
          each("> contentMeta > icon", this::icon);
          Headlines.complete(article);
          return article.reading(format);
        });
  }

  /** As a film by itself. */
  Reading film(String format) {
    return usable(
        format,
        () -> {
          var film = new Film(article);
          each("> contentMeta > contentCreated", created -> film.date(created.text()));
          each("> itemMeta > firstCreated", created -> film.date(created.text()));
          each("> itemMeta > versionCreated", created -> film.date(created.text()));
          each("> contentSet > *", content -> file(film, content));
          each("> contentMeta > icon", this::icon);
          return article.film(format, film);
        });
  }

  /** What holds for every item; one that its provider took back is a kill. */
  private Reading usable(String format, Supplier<Reading> content) {
    identity();
    var pubStatus = item.selectFirst("> itemMeta > pubStatus");
    var status = article.status(code(pubStatus), detail -> xml.fault(pubStatus, detail));
    if (status != PubStatus.USABLE) return article.killed(format, status, editorsNote());
    var language = language();
    article.language(language);
    each("> itemMeta > *", this::itemMeta);
    each("> contentMeta > *", element -> contentMeta(element, language));
    each("> rightsInfo > *", element -> kept("rightsInfo", element));
    each("> assert, > partMeta, > inlineRef, > derivedFrom", element -> kept("", element));
    each("> catalogRef, > catalog", element -> article.extra("catalogRef", element.attr("href")));
    return content.get();
  }

  /** A duration is in seconds, unless it names another unit. */
  private void file(Film film, Element content) {
    var type = content.attr("contenttype");
    if (!content.tagName().equals("remoteContent") || !Film.isPlayed(type)) {
      content(content);
      return;
    }
    film.stream(content.attr("href"), type, content.attr("width"), content.attr("height"), null);
    if (code(content, "durationunit").startsWith("millisecond"))
      film.milliseconds(content.attr("duration"));
    else film.seconds(content.attr("duration"));
  }

  private @Nullable String editorsNote() {
    var note = item.selectFirst("> itemMeta > edNote");
    return note == null ? null : note.text();
  }

  private void each(String query, Consumer<Element> work) {
    for (var element : item.select(query)) work.accept(element);
  }

  private void identity() {
    article.guid(item.attr("guid"));
    article.version(item.attr("version"));
    var embargo = item.selectFirst("> itemMeta > embargoed");
    if (embargo != null) {
      if (embargo.text().isBlank())
        article.fault(xml.fault(embargo, "is open-ended: send the item when it may be shown"));
      else article.publishAt(embargo.text(), detail -> xml.fault(embargo, detail));
    }
  }

  /** The language of the content, else that of the item. */
  private @Nullable String language() {
    var told = item.selectFirst("> contentMeta > language[tag]");
    if (told != null) return told.attr("tag");
    return languageOf(item);
  }

  private void itemMeta(Element element) {
    switch (element.tagName()) {
      case "pubStatus", "itemClass", "embargoed" -> {}
      case "link" -> link(element);
      case "expires" -> article.expiresAt(element.text(), "expires");
      case "altRep" -> {
        if (element.attr("contenttype").equals("text/html")) article.canonicalUrl(element.text());
        else kept("", element);
      }
      case "service" -> {
        if (element.attr("uri").startsWith("urn:extrablatt:section:"))
          article.section(element.text());
        else kept("", element);
      }
      case "edNote" -> article.extra("edNote", element.text());
      case "signal" -> signal(element);
      default -> kept("", element);
    }
  }

  /** What a correction corrects, its editors' note says. */
  private void signal(Element signal) {
    if (signal.attr("uri").equals(Identity.BREAKING)) {
      article.breaking();
      return;
    }
    if (code(signal).equals("correction")) {
      var note = item.selectFirst("> itemMeta > edNote[role*=correction]");
      if (note != null) article.correction(null, note.text());
    }
    kept("", signal);
  }

  private void link(Element link) {
    var title = link.selectFirst("> title, > itemMeta > title");
    var told = title == null ? Values.orNull(link.attr("title")) : title.text();
    var address = link.hasAttr("href") ? link.attr("href") : link.attr("residref");
    var rel = code(link, "rel");
    article.related(rel.isEmpty() ? null : rel, address, told);
  }

  private void contentMeta(Element element, @Nullable String language) {
    if (isTranslation(element, language)) {
      article.extra(element.tagName() + "." + languageOf(element), element.text());
      return;
    }
    var role = code(element, "role");
    switch (element.tagName()) {
      case "language" -> {}
      case "urgency" -> article.urgency(element.text());
      case "headline" -> headline(element, role);
      case "icon" -> {}
      case "description" -> {
        if (role.equals("correction")) {
          article.correction(null, element.text());
          return;
        }
        boolean isLead =
            Set.of("", "summary", "abstract", "lead", "teaser", "caption").contains(role);
        if (isLead && !article.hasLead()) article.lead(element.text());
        else article.extra("description" + suffix(role), element.text());
      }
      case "by" -> {
        for (var name : Bylines.names(element.text())) article.author(name, null);
      }
      case "creator", "contributor" -> {
        if (item.selectFirst("> contentMeta > by") == null)
          article.author(name(element, language), roleOf(element));
        else article.extra(element.tagName() + suffix(role), name(element, language));
        rest(element, language);
      }
      case "infoSource" -> {
        article.source(name(element, language));
        rest(element, language);
      }
      case "creditline" -> article.source(element.text());
      case "subject" -> {
        article.topic(name(element, language));
        article.extra("subject", reference(element));
        rest(element, language);
      }
      case "keyword" -> article.topic(element.text());
      case "slugline", "dateline" -> article.extra(element.tagName(), element.text());
      default -> {
        article.extra(element.tagName() + suffix(role), name(element, language));
        if (element.children().isEmpty()) kept("", element);
        else {
          article.extra(element.tagName(), reference(element));
          rest(element, language);
        }
      }
    }
  }

  /** What an author does: in our own words, else by the provider's code. */
  private static @Nullable String roleOf(Element author) {
    var own = Identity.roleOf(author.attr("roleuri"));
    return own == null ? Values.orNull(code(author, "role")) : own;
  }

  /** What a thing says beside the name that counts: its codes, its names in other languages. */
  private void rest(Element element, @Nullable String language) {
    var tag = element.tagName();
    var counts = name(element, language);
    for (Attribute attribute : element.attributes()) {
      var isSaid =
          attribute.getValue().equals(counts)
              || Set.of("role", "roleuri").contains(attribute.getKey())
              || (tag.equals("subject") && attribute.getValue().equals(reference(element)));
      if (!isSaid) article.extra(tag + "." + attribute.getKey(), attribute.getValue());
    }
    for (var child : element.children()) {
      if (!child.tagName().equals("name")) kept(tag, child);
      else if (!child.text().equals(counts)) article.extra(tag + ".name", child.text());
    }
  }

  /** Smaller than the picture that a text may show. */
  private void icon(Element icon) {
    if (article.hasImage() || !picture(icon)) kept("", icon);
  }

  private void headline(Element element, String role) {
    boolean isMain = Set.of("", "main", "headline").contains(role);
    if (isMain && !article.hasHeadline()) article.headline(element.text());
    else if (role.contains("kicker") || role.contains("overline")) article.kicker(element.text());
    else if (role.startsWith("sub") && item.selectFirst("> contentMeta > description") == null)
      article.lead(element.text());
    else article.extra("headline" + suffix(role), element.text());
  }

  /** The name of something in the language of the content, else its first, else its literal. */
  private static @Nullable String name(Element element, @Nullable String language) {
    Element found = null;
    for (var name : element.select("> name")) {
      var told = languageOf(name);
      boolean fits = language != null && isSame(told, language);
      if (found == null || (fits && !told.isEmpty())) found = name;
      if (fits && !told.isEmpty()) break;
    }
    if (found != null) return found.text();
    if (element.hasAttr("literal")) return element.attr("literal");
    return element.ownText().isBlank() ? null : element.ownText();
  }

  private static String reference(Element element) {
    for (var name : new String[] {"qcode", "uri", "literal"}) {
      if (element.hasAttr(name)) return element.attr(name);
    }
    return "";
  }

  /** All that an element says, by its attributes and its text. */
  private void kept(String prefix, Element element) {
    article.kept(prefix.isEmpty() ? element.tagName() : prefix + "." + element.tagName(), element);
  }

  /** Whether the same is said beside it in the language of the content. */
  private static boolean isTranslation(Element element, @Nullable String language) {
    var own = languageOf(element);
    if (language == null || own.isEmpty() || isSame(own, language)) return false;
    for (var other : element.siblingElements()) {
      if (other.tagName().equals(element.tagName())
          && code(other, "role").equals(code(element, "role"))
          && isSame(languageOf(other), language)) return true;
    }
    return false;
  }

  private static String languageOf(Element element) {
    return element.hasAttr("xml:lang") ? element.attr("xml:lang") : element.attr("lang");
  }

  /** Whether two tags are of one language, wherever it is spoken. */
  private static boolean isSame(String one, String other) {
    return one.split("[-_]", 2)[0].equalsIgnoreCase(other.split("[-_]", 2)[0]);
  }

  private void content(Element content) {
    if (isTranslation(content, language())) {
      article.extra(content.tagName() + "." + languageOf(content), content.text());
      return;
    }
    switch (content.tagName()) {
      case "inlineXML" -> inline(content);
      case "inlineData" -> {
        boolean isHtml = content.attr("contenttype").toLowerCase(Locale.ROOT).contains("html");
        var text = content.wholeText();
        article.blocks(isHtml ? HtmlText.blocks(text, article) : PlainLines.paragraphs(text));
      }
      case "remoteContent" -> remote(content);
      default -> kept("contentSet", content);
    }
  }

  private void inline(Element content) {
    if (article.hasBody()) {
      article.extra("inlineXML", content.text());
      return;
    }
    var nitf = content.selectFirst("> nitf");
    if (nitf != null) {
      NitfDocument.add(xml, nitf, article);
      return;
    }
    var html = content.selectFirst("> html > body");
    var title = content.selectFirst("> html > head > title");
    if (title != null && !article.isHeadline(title.text()))
      article.extra("inlineXML.title", title.text());
    var root = html == null ? content : html;
    var main = root.selectFirst("> figure.featuremedia");
    if (main != null) {
      main.remove();
      for (var block : MarkupBlocks.of(new Element("div").appendChild(main), article)) {
        if (block instanceof Block.Picture(var image)) article.image(image);
        else article.blocks(List.of(block));
      }
    }
    article.blocks(MarkupBlocks.of(root, article));
  }

  /** A picture beside a text is its picture. */
  private void remote(Element content) {
    boolean isImage = content.attr("contenttype").startsWith("image/");
    if (!isImage || !picture(content)) kept("contentSet", content);
  }

  /** Shows a file as the picture, if it is on the web. */
  private boolean picture(Element file) {
    var address = Values.picture(file.attr("href"));
    if (address == null) return false;
    article.image(
        new Image(
            address,
            null,
            null,
            null,
            Values.pixels(file.attr("width")),
            Values.pixels(file.attr("height")),
            List.of()));
    return true;
  }

  /** An item of the message beside the text: a picture or a film on the web, or it is left out. */
  private void beside(Element other) {
    var status = other.selectFirst("> itemMeta > pubStatus");
    var embargo = other.selectFirst("> itemMeta > embargoed");
    var what =
        "%s %s, which came with the text,"
            .formatted(code(other.selectFirst("> itemMeta > itemClass")), other.attr("guid"))
            .strip();
    if (!article.mayShow(code(status), embargo == null ? null : embargo.text(), what)) return;
    var kind = code(other.selectFirst("> itemMeta > itemClass"));
    boolean isPicture = kind.equals("picture") || kind.equals("graphic");
    Function<Element, @Nullable String> address =
        content ->
            isPicture ? Values.picture(content.attr("href")) : Values.address(content.attr("href"));
    var file =
        other.select("> contentSet > remoteContent").stream()
            .filter(content -> address.apply(content) != null)
            .max(Comparator.comparingInt(NewsItem::width))
            .orElse(null);
    var place = file == null ? null : address.apply(file);
    if (file == null || place == null) {
      article.warn(
          "%s %s came with the text and was left out: it has no file on the web"
              .formatted(kind.isEmpty() ? other.tagName() : kind, other.attr("guid")));
      return;
    }
    var headline = said(other, "headline");
    if (isPicture) {
      var caption = said(other, "description");
      var credit = said(other, "creditline");
      article.image(
          new Image(
              place,
              null,
              caption == null ? headline : caption,
              credit == null ? said(other, "by") : credit,
              Values.pixels(file.attr("width")),
              Values.pixels(file.attr("height")),
              List.of()));
    } else {
      article.blocks(List.of(new Block.Embed(null, place, headline)));
    }
  }

  private static int width(Element content) {
    var width = Values.pixels(content.attr("width"));
    return width == null ? 0 : width;
  }

  private static @Nullable String said(Element item, String name) {
    var element = item.selectFirst("> contentMeta > " + name);
    return element == null ? null : Values.orNull(element.text());
  }

  private static String suffix(String role) {
    return role.isEmpty() ? "" : "." + role;
  }

  /** What stands behind the alias in an element's code. */
  static String code(@Nullable Element element) {
    return element == null ? "" : code(element, "qcode");
  }

  private static String code(Element element, String name) {
    var address = name.equals("qcode") ? "uri" : name + "uri";
    var told = element.hasAttr(name) ? element.attr(name) : element.attr(address);
    return told.replaceFirst("^.*[:/]", "").strip().toLowerCase(Locale.ROOT);
  }
}
