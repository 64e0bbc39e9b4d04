package extrablatt.formats.nitf;

import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.markup.MarkupBlocks;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The text of NITF, told in HTML's elements first. */
public final class NitfBody {
  private static final Map<String, String> BLOCKS =
      Map.ofEntries(
          Map.entry("hl1", "h2"),
          Map.entry("hl2", "h2"),
          Map.entry("block", "div"),
          Map.entry("bq", "blockquote"),
          Map.entry("credit", "footer"),
          Map.entry("nitf-table", "div"),
          Map.entry("nitf-col", "col"),
          Map.entry("nitf-colgroup", "colgroup"),
          Map.entry("fn", "p"),
          Map.entry("note", "aside"),
          Map.entry("tagline", "p"),
          Map.entry("bibliography", "p"),
          Map.entry("datasource", "p"),
          Map.entry("abstract", "p"),
          Map.entry("byline", "p"),
          Map.entry("dateline", "p"),
          Map.entry("body.content", "div"),
          Map.entry("body.end", "div"));

  /** Names of the enriched text: their words stand in the line. */
  private static final Set<String> ENRICHED =
      Set.of(
          "alt-code",
          "byttl",
          "chron",
          "copyrite",
          "copyrite.holder",
          "copyrite.year",
          "country",
          "city",
          "event",
          "frac",
          "frac-num",
          "frac-sep",
          "frac-den",
          "function",
          "lang",
          "location",
          "money",
          "name.family",
          "name.given",
          "num",
          "object.title",
          "org",
          "person",
          "postaddr",
          "addressee",
          "delivery.point",
          "postcode",
          "delivery.office",
          "region",
          "state",
          "story.date",
          "sublocation",
          "virtloc",
          "pronounce",
          "care.of");

  private final ForeignArticle article;

  public NitfBody(ForeignArticle article) {
    this.article = article;
  }

  /** Adds what stands in a {@code body}, its head left out. */
  public void add(@Nullable Element body) {
    if (body == null) return;
    var copy = body.clone();
    copy.select("> body\\.head").forEach(Element::remove);
    for (var note : copy.select("note[noteclass=editorsnote], note[type=editorsnote]")) {
      article.extra("note", note.text());
      note.remove();
    }
    copy.select("classifier, media-metadata, media-object").forEach(this::kept);
    for (var element : copy.select("*")) rename(element);
    for (var media : copy.select("media")) figure(media);
    article.blocks(MarkupBlocks.of(copy, article));
  }

  /** What no reader sees. */
  private void kept(Element element) {
    for (var attribute : element.attributes())
      article.extra(element.normalName() + "." + attribute.getKey(), attribute.getValue());
    article.extra(element.normalName(), element.text());
    element.remove();
  }

  private static void rename(Element element) {
    var name = element.normalName();
    var html = BLOCKS.get(name);
    if (html != null) element.tagName(html);
    else if (ENRICHED.contains(name)) element.tagName("span");
    else if (name.equals("em") && element.attr("class").matches("(?i).*\\b(bold|strong)\\b.*"))
      element.tagName("strong");
  }

  private static void figure(Element media) {
    var figure = new Element("figure");
    var reference = media.selectFirst("media-reference[source]");
    boolean isImage =
        media.attr("media-type").startsWith("image")
            || (reference != null && reference.attr("mime-type").startsWith("image"));
    if (reference != null && isImage) {
      var image = figure.appendElement("img").attr("src", reference.attr("source"));
      for (var size : new String[] {"width", "height"}) {
        if (reference.hasAttr(size)) image.attr(size, reference.attr(size));
      }
      if (reference.hasAttr("alternate-text")) image.attr("alt", reference.attr("alternate-text"));
    } else if (reference != null) {
      figure.appendElement("iframe").attr("src", reference.attr("source"));
    }
    var caption = figure.appendElement("figcaption");
    for (var told : media.select("media-caption")) caption.appendText(told.text() + " ");
    for (var producer : media.select("media-producer"))
      caption.appendElement("small").text(producer.text());
    if (reference != null) caption.appendText(reference.text());
    media.replaceWith(figure);
  }
}
