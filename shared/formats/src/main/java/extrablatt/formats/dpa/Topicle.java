package extrablatt.formats.dpa;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.json.ForeignJson;
import extrablatt.formats.markup.HtmlText;
import extrablatt.formats.markup.MarkupBlocks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of dpa-digitalwires; {@code docs/formats/dpa-digitalwires.md} says where all goes. */
final class Topicle {
  /** Lists of names that stand in the categories too. */
  private static final List<String> TOPICS =
      List.of("dpasubject_names", "keyword_names", "geosubject_names");

  private final ForeignJson topicle;
  private final ForeignArticle article = new ForeignArticle();
  private final Set<String> taken = new HashSet<>(Set.of("pubstatus"));
  private final Map<String, ForeignJson> unplaced = new LinkedHashMap<>();

  Topicle(ForeignJson topicle) {
    this.topicle = topicle;
  }

  Reading reading(String format) {
    identity();
    head();
    topics();
    notes();
    associations();
    body();
    picturesLeft();
    rest();
    Headlines.complete(article);
    return article.reading(format);
  }

  IncomingDocument killed(String status) {
    identity();
    var reason =
        topicle.objects("ednotes").stream()
            .map(note -> note.text("ednote"))
            .filter(note -> note != null && !note.isBlank())
            .findFirst();
    return article.killed(reason.map(String::strip).orElse(status + " by its provider"));
  }

  private void identity() {
    article.guid(text("urn"));
    article.version(text("version"));
    article.publishAt(text("embargoed"), detail -> Fault.at("/embargoed", detail));
  }

  private void head() {
    article.kicker(text("kicker"));
    article.headline(text("headline"));
    article.lead(text("teaser"));
    var subhead = text("subhead");
    if (article.hasLead()) article.extra("subhead", subhead);
    else article.lead(subhead);
    article.language(text("language"));
    article.urgency(text("urgency"));
    article.source(text("creditline"));
    var byline = text("byline");
    if (byline != null) {
      for (var name : Bylines.names(byline)) article.author(name, null);
    }
  }

  /** Subjects, keywords and places; the desk is the section. */
  private void topics() {
    for (var names : TOPICS) {
      taken.add(names);
      for (var name : topicle.texts(names)) article.topic(name);
    }
    taken.add("categories");
    for (var category : topicle.objects("categories")) {
      var type = String.valueOf(category.text("type")).replaceFirst("^.*:", "");
      var name = category.text("name");
      switch (type) {
        case "dpasubject", "keyword", "geosubject" -> article.topic(name);
        case "desk" -> article.section(name);
        case "creator", "contributor", "urgency", "pubstatus", "language" ->
            article.extra("categories." + type, name);
        default -> {
          article.extra("categories." + type, name);
          article.extra("categories." + type + ".qcode", category.text("qcode"));
        }
      }
    }
  }

  /** What editors tell each other; only a correction is for readers. */
  private void notes() {
    taken.add("ednotes");
    for (var note : topicle.objects("ednotes")) {
      var role = String.valueOf(note.text("role")).replaceFirst("^.*:", "");
      boolean isPublic = "true".equals(note.text("is_publishable"));
      if (isPublic && role.startsWith("correction")) article.correction(null, note.text("ednote"));
      else article.extra("ednotes." + role, note.text("ednote"));
    }
    taken.add("notepad");
    var notepad = topicle.object("notepad");
    if (notepad == null) return;
    for (var name : notepad.names()) {
      var html = notepad.text(name);
      if (html != null) article.extra("notepad." + name, HtmlText.parsed(html).text());
    }
  }

  private void associations() {
    taken.add("associations");
    var all =
        topicle.objects("associations").stream()
            .sorted(Comparator.comparingInt(Topicle::rank))
            .toList();
    for (var each : all) {
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
        .filter(file -> String.valueOf(file.text("url")).matches("(?i)https?://\\S+"))
        .max(Comparator.comparingInt(file -> number(file.text("width"), 0)))
        .map(file ->
            new Image(
                file.text("url"),
                null,
                caption == null ? orNull(association.text("caption")) : caption,
                credit == null ? orNull(association.text("creditline")) : credit,
                orNull(number(file.text("width"), 0)),
                orNull(number(file.text("height"), 0)),
                List.of()))
        .orElse(null);
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : otherwise;
  }

  private static @Nullable Integer orNull(int number) {
    return number == 0 ? null : number;
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void body() {
    var html = text("article_html");
    if (html != null) article.blocks(MarkupBlocks.of(placed(html), article));
    var box = text("infobox_html");
    if (box != null) {
      var page = placed(box);
      page.select("section").tagName("aside");
      article.blocks(MarkupBlocks.of(page, article));
    }
    var links = text("linkbox_html");
    if (links == null) return;
    var page = HtmlText.parsed(links).body();
    for (var link : page.select("a[href]")) {
      article.related("linkbox", link.attr("href"), orNull(link.text()));
      link.remove();
    }
    article.extra("linkbox_html", orNull(page.text()));
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
    var caption = orNull(element.attr("caption"));
    var credit = orNull(element.attr("creditline"));
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

  /** Pictures that the text does not place stand at its end; what else is associated is kept. */
  private void picturesLeft() {
    for (var each : unplaced.values()) {
      var image = "image".equals(each.text("type")) ? image(each, null, null) : null;
      if (image != null) article.blocks(List.of(new Block.Picture(image)));
      else {
        for (var name : each.names()) {
          for (var value : each.shown(name)) article.extra("associations." + name, value);
        }
      }
    }
  }

  private void rest() {
    for (var name : topicle.names()) {
      if (taken.contains(name)) continue;
      for (var value : topicle.shown(name)) article.extra(topicle.spelled(name), value);
    }
  }

  private @Nullable String text(String name) {
    taken.add(name);
    return topicle.text(name);
  }
}
