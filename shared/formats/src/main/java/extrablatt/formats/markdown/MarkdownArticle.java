package extrablatt.formats.markdown;

import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.Times;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A text in Markdown as an article; {@code docs/formats/markdown.md} says where each key goes. */
final class MarkdownArticle {
  /** Names that systems have for the time before which nobody may see a document. */
  private static final List<String> EMBARGOES =
      List.of(
          "publishat",
          "publish_at",
          "publishdate",
          "publish_date",
          "embargo",
          "embargoed",
          "embargountil",
          "embargo_until",
          "date");

  private static final Set<String> NO = Set.of("false", "no", "none", "off");

  /** What makes a document a draft. */
  private static final Set<String> UNPUBLISHED =
      Set.of(
          "draft true",
          "draft yes",
          "draft on",
          "status draft",
          "status pending",
          "status private",
          "status unpublished");

  private static final Pattern YAML_TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ] *(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) *(Z|[+-]\\d{2}:?\\d{2})");

  private final FrontMatter matter;
  private final ForeignArticle article = new ForeignArticle();
  private final Set<String> taken = new HashSet<>();

  MarkdownArticle(FrontMatter matter) {
    this.matter = matter;
  }

  Reading reading(String format) {
    identity();
    head();
    names();
    image();
    others();
    body();
    rest();
    Headlines.complete(article);
    return article.reading(format);
  }

  private void identity() {
    article.guid(first("guid", "id"));
    article.version(first("version"));
    var slug = first("slug");
    if (slug != null) article.slug(slug);
    EMBARGOES.forEach(this::embargo);
    article.expiresAt(first("expires", "expiresat", "expirydate", "expiry_date"), "expires");
    published();
    draft();
  }

  /** Whatever stands there: an embargo must not be overlooked because it is a list. */
  private void embargo(String key) {
    var time = String.join(" ", matter.shown(key));
    taken.add(key);
    // A plain date is what most write, and no embargo; who says no has none.
    boolean isNone =
        key.equals("date")
            ? time.matches("\\d{4}-\\d{2}-\\d{2}")
            : NO.contains(time.toLowerCase(Locale.ROOT));
    if (isNone && key.equals("date")) article.published(time, key);
    else if (isNone) article.extra(key, time);
    else article.publishAt(rfc3339(time), detail -> matter.fault(key, detail));
  }

  /** YAML also writes times with a space, and offsets without a colon. */
  private static String rfc3339(String time) {
    var parts = YAML_TIME.matcher(time.strip());
    if (!parts.matches()) return time;
    var offset = parts.group(3);
    boolean isShort = offset.length() == 5;
    return parts.group(1)
        + "T"
        + parts.group(2)
        + (isShort ? offset.substring(0, 3) + ":" + offset.substring(3) : offset);
  }

  /** Some say when, as we do, and some whether. */
  private void published() {
    var told = matter.text("published");
    if (told == null) return;
    taken.add("published");
    if (NO.contains(told.strip().toLowerCase(Locale.ROOT))) article.draft("published: " + told);
    else article.published(rfc3339(told), "published");
  }

  private void draft() {
    for (var key : List.of("draft", "status")) {
      var told = matter.text(key);
      if (told != null && UNPUBLISHED.contains(key + " " + told.strip().toLowerCase(Locale.ROOT))) {
        article.draft(key + ": " + told);
        taken.add(key);
      }
    }
  }

  private void head() {
    article.kicker(first("kicker"));
    article.headline(first("headline", "title"));
    article.lead(first("lead", "description", "summary", "excerpt"));
    article.language(first("lang", "language"));
    article.section(first("section"));
    for (var category : all("category", "categories")) article.section(category);
    article.urgency(first("urgency"));
    article.canonicalUrl(first("canonical", "canonicalurl"));
    if ("true".equals(first("breaking"))) article.breaking();
  }

  private void names() {
    for (var topic : all("topics", "tags", "keywords")) {
      for (var part : topic.split(",", -1)) article.topic(part);
    }
    for (var key : List.of("author", "authors", "byline")) {
      taken.add(key);
      for (var author : matter.maps(key, "name")) {
        var name = author.get("name");
        if (name == null) continue;
        if (author.size() == 1) Bylines.names(name).forEach(each -> article.author(each, null));
        else article.author(name, author.get("role"));
      }
    }
    for (var source : all("source", "sources")) article.source(source);
  }

  private void image() {
    taken.add("image");
    for (var image : matter.maps("image", "url")) {
      var url = Values.picture(image.get("url"));
      if (url == null) article.extra("image", image.toString());
      else
        article.image(
            new Image(
                url,
                Values.orNull(image.get("alt")),
                Values.orNull(image.get("caption")),
                Values.orNull(image.get("credit")),
                null,
                null,
                List.of()));
    }
  }

  private void others() {
    taken.add("related");
    for (var related : matter.maps("related", "url"))
      article.related(Values.orNull(related.get("rel")), related.get("url"), related.get("title"));
    taken.add("corrections");
    for (var correction : matter.maps("corrections", "text")) {
      var at = Times.parsed(correction.getOrDefault("at", "")).orElse(null);
      article.correction(at, correction.get("text"));
    }
  }

  private void body() {
    var extensions = List.of(TablesExtension.create(), StrikethroughExtension.create());
    var parser = Parser.builder().extensions(extensions).maxOpenBlockParsers(60).build();
    var renderer = HtmlRenderer.builder().extensions(extensions).build();
    var page = HtmlText.parsed(renderer.render(parser.parse(matter.rest()))).body();
    takeHeadline(page);
    for (var image : page.select("p > img")) caption(image);
    article.blocks(MarkupBlocks.of(page, article));
  }

  /** A first heading that is the headline does not stand in the text again. */
  private void takeHeadline(Element page) {
    var heading = page.firstElementChild();
    if (heading == null || !heading.normalName().equals("h1") || heading.text().isBlank()) return;
    if (!article.hasHeadline() || article.isHeadline(heading.text())) {
      article.headline(heading.text());
      heading.remove();
    }
  }

  /** A picture alone in its paragraph has its title as its caption. */
  private static void caption(Element image) {
    var paragraph = image.parent();
    if (paragraph == null || paragraph.childNodeSize() != 1 || image.attr("title").isBlank())
      return;
    var figure = new Element("figure");
    figure.appendChild(image.clone());
    figure.appendElement("figcaption").text(image.attr("title"));
    paragraph.replaceWith(figure);
  }

  private void rest() {
    for (var key : matter.keys()) {
      if (taken.contains(key)) continue;
      for (var value : matter.shown(key)) article.extra(key, value);
    }
  }

  /** The first of some keys that says something; of the others none is lost. */
  private @Nullable String first(String... keys) {
    String found = null;
    for (var key : keys) {
      var text = matter.text(key);
      if (found == null && text != null && !text.isBlank()) {
        found = text;
        taken.add(key);
      }
    }
    return found;
  }

  private List<String> all(String... keys) {
    var texts = new ArrayList<String>();
    for (var key : keys) {
      texts.addAll(matter.texts(key));
      taken.add(key);
    }
    return texts;
  }
}
