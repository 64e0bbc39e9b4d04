package extrablatt.formats.nitf;

import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.Bylines;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.Headlines;
import extrablatt.formats.foreign.PubStatus;
import extrablatt.formats.markup.Xml;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A document of NITF; {@code docs/formats/nitf.md} says where each element goes. */
public final class NitfDocument {
  /** ISO 8601 in its basic form, which NITF asks for in {@code norm}. */
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})?(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");

  /** Names another document, which this one updates or takes back. */
  private static final String OTHER = "management-doc-idref";

  private final Xml xml;
  private final Element root;
  private final ForeignArticle article;
  private final @Nullable Element docdata;

  private NitfDocument(Xml xml, Element root, ForeignArticle article) {
    this.xml = xml;
    this.root = root;
    this.article = article;
    this.docdata = root.selectFirst("> head > docdata");
  }

  static Reading reading(Xml xml, String format) {
    return new NitfDocument(xml, xml.root(), new ForeignArticle()).reading(format);
  }

  /**
   * Adds one that stands inside another document to what that says of itself. Where both say
   * something, the other counts, and what this one says is kept; of embargoes the longer counts.
   */
  public static void add(Xml xml, Element nitf, ForeignArticle article) {
    new NitfDocument(xml, nitf, article).addTo();
  }

  private Reading reading(String format) {
    if (docdata != null) {
      identity(docdata);
      times(docdata);
    }
    var status = docdata == null ? PubStatus.USABLE : status(docdata);
    var other = docdata == null ? "" : docdata.attr(OTHER).strip();
    if (status != PubStatus.USABLE)
      return other.isEmpty()
          ? article.killed(format, status, message(docdata))
          : killed(other, format, status);
    var change = docdata == null || other.isEmpty() ? PubStatus.USABLE : changeOf(docdata);
    all();
    Headlines.complete(article);
    var reading = article.reading(format);
    if (change == PubStatus.USABLE || reading instanceof Reading.Refused) return reading;
    var own = article.guid() == null ? "document" : String.valueOf(article.guid());
    return new Reading.Several(
        format,
        List.of(
            new Reading.Member(own, reading),
            new Reading.Member(other, killed(other, format, change))),
        List.of());
  }

  /** What shall become of the document that this one names; NITF lets it be embargoed, too. */
  private PubStatus changeOf(Element docdata) {
    var told = docdata.attr("management-idref-status");
    if (told.equalsIgnoreCase("embargoed")) return PubStatus.WITHHELD;
    return article.status(told, detail -> xml.fault(docdata, "management-idref-status " + detail));
  }

  /** The order to take back a document that another one names, whatever version it has. */
  private Reading killed(String other, String format, PubStatus status) {
    var named = new ForeignArticle();
    var source = root.select("> head > docdata > doc-id").attr("regsrc").strip();
    named.guid(source.isEmpty() || other.startsWith(source + ":") ? other : source + ":" + other);
    return named.killed(format, status, message(docdata));
  }

  private void addTo() {
    if (docdata != null) {
      times(docdata);
      if (status(docdata) != PubStatus.USABLE)
        article.fault(
            xml.fault(docdata, "management-status takes back what the document around it shows"));
      for (var each : docdata.select("> doc-id")) article.kept("docdata.doc-id", each);
    }
    all();
  }

  private void all() {
    if (docdata != null) {
      for (var name : List.of(OTHER, "management-idref-status"))
        article.extra(name, docdata.attr(name));
      docdata(docdata);
    }
    var bodyHead = root.selectFirst("> body > body\\.head");
    if (bodyHead != null) bodyHead(bodyHead);
    new NitfBody(article).add(root.selectFirst("> body"));
    head(root.selectFirst("> head"));
  }

  /** NITF has a status of its own for what is embargoed, which says nothing without a time. */
  private PubStatus status(Element docdata) {
    var told = docdata.attr("management-status");
    if (!told.equalsIgnoreCase("embargoed"))
      return article.status(told, detail -> xml.fault(docdata, "management-status " + detail));
    if (release(docdata).isBlank())
      article.fault(xml.fault(docdata, "is embargoed without a date.release"));
    return PubStatus.USABLE;
  }

  private static String release(Element docdata) {
    var release = docdata.selectFirst("> date\\.release");
    if (release == null) return "";
    return release.hasAttr("norm") ? release.attr("norm") : release.text();
  }

  private static @Nullable String message(@Nullable Element docdata) {
    var message = docdata == null ? null : docdata.selectFirst("ed-msg[info]");
    return message == null ? null : message.attr("info");
  }

  private void identity(Element docdata) {
    var id = docdata.selectFirst("> doc-id[id-string]");
    if (id != null) {
      var source = id.attr("regsrc").strip();
      article.guid(source.isEmpty() ? id.attr("id-string") : source + ":" + id.attr("id-string"));
    }
    var key = docdata.selectFirst("> du-key[version]");
    if (key != null) article.version(key.attr("version"));
  }

  private void times(Element docdata) {
    article.publishAt(
        extended(release(docdata)),
        detail -> xml.fault(docdata.selectFirst("> date\\.release"), detail));
    var expiry = docdata.selectFirst("> date\\.expire[norm]");
    if (expiry != null && !article.hasExpiry())
      article.expiresAt(extended(expiry.attr("norm")), "date.expire");
  }

  /** A time in the extended form that we read everywhere else. */
  static String extended(String norm) {
    var basic = BASIC.matcher(norm.strip());
    if (!basic.matches()) return norm;
    var offset = basic.group(7);
    var told = offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    return "%s-%s-%sT%s:%s:%s%s"
        .formatted(
            basic.group(1),
            basic.group(2),
            basic.group(3),
            basic.group(4),
            basic.group(5),
            basic.group(6) == null ? "00" : basic.group(6),
            told);
  }

  private void docdata(Element docdata) {
    for (var each : docdata.children()) {
      switch (each.normalName()) {
        case "doc-id", "date.release", "date.expire" -> {}
        case "urgency" -> article.urgency(each.attr("ed-urg"));
        case "key-list" -> each.select("keyword").forEach(key -> article.topic(key.attr("key")));
        case "identified-content" -> identified(each);
        case "correction" -> article.correction(null, each.attr("info"));
        default -> article.kept("docdata." + each.normalName(), each);
      }
    }
  }

  private void identified(Element content) {
    for (var each : content.children()) {
      var text = each.hasAttr("value") ? each.attr("value") : each.text();
      if (each.normalName().equals("classifier")) {
        article.topic(text);
        article.extra("identified-content.classifier.type", each.attr("type"));
      } else article.extra("identified-content." + each.normalName(), text);
    }
  }

  private void head(@Nullable Element head) {
    if (head == null) return;
    for (var each : head.children()) {
      switch (each.normalName()) {
        case "docdata" -> {}
        case "title" -> {
          if (article.hasHeadline()) article.extra("title", each.text());
          else article.headline(each.text());
        }
        case "meta" -> article.extra("meta." + each.attr("name"), each.attr("content"));
        case "tobject" -> object(each);
        case "pubdata" -> {
          article.section(each.attr("position.section"));
          each.removeAttr("position.section");
          article.kept("pubdata", each);
        }
        default -> article.kept(each.normalName(), each);
      }
    }
  }

  /** The most precise name of each subject is a topic. */
  private void object(Element object) {
    for (var subject : object.select("tobject\\.subject")) {
      for (var name : new String[] {"detail", "matter", "type"}) {
        var told = subject.attr("tobject.subject." + name);
        if (told.isBlank()) continue;
        article.topic(told);
        subject.removeAttr("tobject.subject." + name);
        break;
      }
      for (Attribute attribute : subject.attributes())
        article.extra(attribute.getKey(), attribute.getValue());
      subject.remove();
    }
    article.kept("tobject", object);
    for (var property : object.children()) article.kept(property.normalName(), property);
  }

  private void bodyHead(Element head) {
    var headline = head.selectFirst("hl1");
    if (headline != null && article.hasHeadline() && !article.isHeadline(headline.text()))
      article.extra("hl1", headline.text());
    if (headline != null) article.headline(headline.text());
    boolean hasAuthors = article.hasAuthors();
    for (var each : head.children()) {
      switch (each.normalName()) {
        case "hedline" -> headlines(each, head.selectFirst("> abstract") != null);
        case "byline" -> {
          if (hasAuthors) article.extra("byline", each.text());
          else byline(each);
        }
        case "abstract" -> {
          if (article.hasLead() && !article.isLead(each.text()))
            article.extra("abstract", each.text());
          else article.lead(each.text());
        }
        case "distributor" -> article.source(each.text());
        case "rights" -> article.extra("rights", each.text());
        case "note" -> article.extra("note", each.text());
        default -> article.kept(each.normalName(), each);
      }
    }
  }

  /** What stands above the main headline is the kicker; the first below it may be the lead. */
  private void headlines(Element hedline, boolean hasAbstract) {
    boolean isBelow = false;
    for (var each : hedline.children()) {
      if (each.normalName().equals("hl1")) isBelow = true;
      else if (!isBelow && hedline.selectFirst("> hl1") != null && !article.hasKicker())
        article.kicker(each.text());
      else if (!hasAbstract && !article.hasLead()) article.lead(each.text());
      else article.extra("hl2", each.text());
    }
  }

  private void byline(Element byline) {
    var title = byline.selectFirst("byttl");
    var role = title == null ? null : title.text();
    if (title != null) title.remove();
    var people = byline.select("person");
    if (people.isEmpty()) {
      for (var name : Bylines.names(byline.text())) article.author(name, role);
      return;
    }
    for (var person : people) article.author(person.text(), role);
    people.forEach(Element::remove);
    article.extra("byline", byline.text().replaceFirst("(?iu)^\\s*(by|von|par)\\s*$", ""));
  }
}
