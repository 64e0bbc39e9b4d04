package extrablatt.formats.feed;

import extrablatt.formats.Times;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.markup.Xml;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * When an entry may be shown: its date, and the terms of it by Dublin Core
 * (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/) and PRISM
 * (https://www.w3.org/submissions/prism/).
 */
final class Terms {
  /** The zones that RFC 822 has names for, in hours from UTC. */
  private static final Map<String, String> ZONES =
      Map.of(
          "UT", "+0000", "UTC", "+0000", "GMT", "+0000", "Z", "+0000", "EST", "-0500", "EDT",
          "-0400", "CST", "-0600", "CDT", "-0500", "PST", "-0800", "PDT", "-0700");

  /** A day of the week may stand before it; seconds may be missing, and centuries. */
  private static final Pattern RFC_822 =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},?\\s+)?(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{2}|\\d{4})\\s+(\\d{1,2}:\\d{2})(:\\d{2})?\\s+([A-Za-z]{1,3}|[+-]\\d{2}:?\\d{2})");

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d MMM uuuu H:mm:ss xx", Locale.ENGLISH);

  private static final Pattern START = Pattern.compile("start\\s*=\\s*([^;]+)");
  private static final Pattern END = Pattern.compile("end\\s*=\\s*([^;]+)");

  private final Xml xml;
  private final ForeignArticle article;

  Terms(Xml xml, ForeignArticle article) {
    this.xml = xml;
    this.article = article;
  }

  /**
   * The date of an entry. RSS 2.0 has it that one to come may keep the entry from being shown: here
   * it does.
   */
  void published(Element element) {
    var text = element.text().strip();
    time(text).ifPresentOrElse(article::published, () -> article.extra(element.tagName(), text));
  }

  /** A term of Dublin Core. */
  void add(Element element) {
    switch (element.tagName()) {
      case "issued" -> published(element);
      case "valid", "available" -> period(element);
      default -> article.extra(element.tagName(), element.text());
    }
  }

  /** An element of PRISM. */
  void addOfPrism(Element element) {
    switch (element.tagName()) {
      case "publicationDate" -> published(element);
      case "embargoDate" -> from(element, element.text());
      case "expirationDate", "killDate" -> article.expiresAt(element.text(), element.tagName());
      default -> article.extra(element.tagName(), element.text());
    }
  }

  /** A period as DCMI writes it: {@code start=…; end=…}; a time alone is its start. */
  private void period(Element element) {
    var text = element.text();
    var start = START.matcher(text);
    var end = END.matcher(text);
    boolean starts = start.find();
    boolean ends = end.find();
    if (starts) from(element, start.group(1));
    if (ends) article.expiresAt(end.group(1), element.tagName());
    if (!starts && !ends) from(element, text);
  }

  private void from(Element element, String text) {
    article.publishAt(text, detail -> xml.fault(element, detail));
  }

  private static Optional<Instant> time(String text) {
    return Times.parsed(text).or(() -> rfc822(text));
  }

  private static Optional<Instant> rfc822(String text) {
    var parts = RFC_822.matcher(text);
    if (!parts.matches()) return Optional.empty();
    var zone = parts.group(6);
    var offset = ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), zone.replace(":", ""));
    var month = parts.group(2).toLowerCase(Locale.ROOT);
    var written =
        "%s %s %s %s%s %s"
            .formatted(
                parts.group(1),
                month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1),
                year(parts.group(3)),
                parts.group(4),
                parts.group(5) == null ? ":00" : parts.group(5),
                offset);
    try {
      return Optional.of(ZonedDateTime.parse(written, WRITTEN).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static String year(String year) {
    return year.length() == 4 ? year : (year.compareTo("70") < 0 ? "20" : "19") + year;
  }
}
