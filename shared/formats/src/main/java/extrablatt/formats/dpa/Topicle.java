package extrablatt.formats.dpa;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.Fields;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PubStatus;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import extrablatt.formats.markup.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of dpa-digitalwires; {@code docs/formats/dpa-digitalwires.md} says where all goes. */
final class Topicle {
  /** Lists of names that stand in the categories too. */
  private static final List<String> TOPICS =
      List.of("dpasubject_names", "keyword_names", "geosubject_names");

  private final ForeignJson topicle;
  private final ForeignArticle article = new ForeignArticle();
  private final Fields fields;
  private final Map<String, ForeignJson> unplaced = new LinkedHashMap<>();

  Topicle(ForeignJson topicle) {
    this.topicle = topicle;
    this.fields = new Fields(topicle);
  }

  Reading reading(String format) {
    identity();
    var status =
        article.status(topicle.asWritten("pubstatus"), detail -> Fault.at("/pubstatus", detail));
    fields.done("pubstatus");
    if (status != PubStatus.USABLE) return article.killed(format, status, firstNote());
    head();
    topics();
    notes();
    associations();
    body();
    picturesLeft();
    fields.keepOthers(article);
    Headlines.complete(article);
    return article.reading(format);
  }

  private @Nullable String firstNote() {
    return topicle.objects("ednotes").stream()
        .map(note -> note.text("ednote"))
        .filter(note -> note != null && !note.isBlank())
        .findFirst()
        .orElse(null);
  }

  private void identity() {
    article.guid(fields.text("urn"));
    article.version(fields.text("version"));
    article.publishAt(topicle.asWritten("embargoed"), detail -> Fault.at("/embargoed", detail));
    fields.done("embargoed");
  }

  private void head() {
    article.kicker(fields.text("kicker"));
    article.headline(fields.text("headline"));
    article.lead(fields.text("teaser"));
    if (!article.hasLead()) article.lead(fields.text("subhead"));
    article.language(fields.text("language"));
    article.urgency(fields.text("urgency"));
    article.source(fields.text("creditline"));
    var byline = fields.text("byline");
    if (byline != null) {
      for (var name : Bylines.names(byline)) article.author(name, null);
    }
  }

  /** Subjects, keywords and places; the desk is the section. */
  private void topics() {
    for (var names : TOPICS) {
      fields.done(names);
      for (var name : topicle.texts(names)) article.topic(name);
    }
    for (var category : fields.objects("categories")) {
      var type = String.valueOf(category.text("type")).replaceFirst("^.*:", "");
      var name = category.text("name");
      switch (type) {
        case "dpasubject", "keyword", "geosubject" -> {
          article.topic(name);
          article.extras("categories." + type, category, "type", "name", "rank");
        }
        case "desk" -> {
          article.section(name);
          article.extras("categories." + type, category, "type", "name", "rank");
        }
        default -> {
          article.extra("categories." + type, name);
          article.extras("categories." + type, category, "type", "name", "rank");
        }
      }
    }
  }

  /** What editors tell each other; only a correction is for readers. */
  private void notes() {
    for (var note : fields.objects("ednotes")) {
      var role = String.valueOf(note.text("role")).replaceFirst("^.*:", "");
      boolean isPublic = "true".equals(note.text("is_publishable"));
      if (isPublic && role.startsWith("correction")) article.correction(null, note.text("ednote"));
      else article.extra("ednotes." + role, note.text("ednote"));
      article.extras("ednotes", note, "role", "ednote", "is_publishable");
    }
    var notepad = fields.object("notepad");
    if (notepad == null) return;
    for (var name : notepad.names()) {
      var html = notepad.text(name);
      if (html != null) article.extra("notepad." + name, HtmlText.parsed(html).text());
    }
  }

  /** They stay in what is kept too: only a picture's looks have a field of ours. */
  private void associations() {
    var all =
        topicle.objects("associations").stream()
            .sorted(Comparator.comparingInt(Topicle::rank))
            .toList();
    for (var each : all) {
      var what = "the association " + each.text("urn");
      if (!article.mayShow(each.text("pubstatus"), each.asWritten("embargoed"), what)) continue;
      boolean isFeature = "true".equals(each.text("is_featureimage"));
      var image = "image".equals(each.text("type")) ? image(each, null, null) : null;
      if (isFeature && image != null) article.image(image);
      else unplaced.put(String.valueOf(each.text("urn")), each);
    }
  }

  private static int rank(ForeignJson association) {
    var rank = association.text("rank");
    return rank != null && rank.matches("\\d{1,6}") ? Integer.parseInt(rank) : Integer.MAX_VALUE;
  }

  private static @Nullable Image image(
      ForeignJson association, @Nullable String caption, @Nullable String credit) {
    return association.objects("renditions").stream()
        .filter(file -> Values.picture(file.text("url")) != null)
        .max(Comparator.comparingInt(file -> width(file)))
        .map(file ->
            new Image(
                Values.picture(file.text("url")),
                null,
                caption == null ? Values.orNull(association.text("caption")) : caption,
                credit == null ? Values.orNull(association.text("creditline")) : credit,
                Values.pixels(file.text("width")),
                Values.pixels(file.text("height")),
                List.of()))
        .orElse(null);
  }

  private static int width(ForeignJson file) {
    var width = Values.pixels(file.text("width"));
    return width == null ? 0 : width;
  }

  private void body() {
    var html = fields.text("article_html");
    if (html != null) article.blocks(MarkupBlocks.of(placed(html), article));
    var box = fields.text("infobox_html");
    if (box != null) {
      var page = placed(box);
      page.select("section").tagName("aside");
      article.blocks(MarkupBlocks.of(page, article));
    }
    var links = fields.text("linkbox_html");
    if (links == null) return;
    var page = HtmlText.parsed(links).body();
    for (var link : page.select("a[href]")) {
      article.related("linkbox", link.attr("href"), Values.orNull(link.text()));
      link.remove();
    }
    article.extra("linkbox_html", Values.orNull(page.text()));
  }

  /** Elements of dpa's own, told in HTML. */
  private Element placed(String html) {
    var page = HtmlText.parsed(html).body();
    for (var element : page.select("*")) {
      var name = element.normalName();
      if (name.equals("dnl-image")) replaceImage(element);
      else if (name.startsWith("dnl-") && element.hasAttr("src")) {
        element.replaceWith(new Element("iframe").attr("src", element.attr("src")));
      }
    }
    return page;
  }

  private void replaceImage(Element element) {
    var association = unplaced.remove(element.attr("ref"));
    var caption = Values.orNull(element.attr("caption"));
    var credit = Values.orNull(element.attr("creditline"));
    var image = association == null ? null : image(association, caption, credit);
    var figure = new Element("figure");
    if (image != null && image.url() != null) {
      var picture = figure.appendElement("img").attr("src", image.url());
      if (image.width() != null) picture.attr("width", image.width().toString());
      if (image.height() != null) picture.attr("height", image.height().toString());
    }
    var told = figure.appendElement("figcaption");
    var shownCaption = image == null ? caption : image.caption();
    var shownCredit = image == null ? credit : image.credit();
    if (shownCaption != null) told.appendText(shownCaption);
    if (shownCredit != null) told.appendElement("small").text(shownCredit);
    element.replaceWith(figure);
  }

  /** Pictures that the text does not place stand at its end. */
  private void picturesLeft() {
    for (var each : unplaced.values()) {
      var image = "image".equals(each.text("type")) ? image(each, null, null) : null;
      if (image != null) article.blocks(List.of(new Block.Picture(image)));
    }
  }
}
