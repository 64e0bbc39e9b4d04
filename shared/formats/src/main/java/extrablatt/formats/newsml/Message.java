package extrablatt.formats.newsml;

import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Reading.Member;
import extrablatt.formats.markup.Xml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * A news message of several items: each text is a document, and what else it brings belongs to a
 * text, if a package or a link says so or if there is only one text, or stands by itself.
 */
final class Message {
  private final Xml xml;
  private final List<Element> items;
  private final List<Element> texts;
  private final Map<Element, List<Element>> belongings = new HashMap<>();
  private final Set<Element> gone = new HashSet<>();
  private final List<String> warnings = new ArrayList<>();

  Message(Xml xml, List<Element> items) {
    this.xml = xml;
    this.items = items;
    this.texts = items.stream().filter(NewsMlFormat::isText).toList();
  }

  Reading reading() {
    for (var item : items) {
      if (item.tagName().equals(NewsMlFormat.PACKAGE)) unpack(item);
    }
    for (var text : texts) {
      var named =
          text.select("> itemMeta > link").stream()
              .map(link -> link.attr("residref"))
              .collect(Collectors.toSet());
      items.stream()
          .filter(item -> named.contains(item.attr("guid")))
          .forEach(item -> give(text, item));
    }
    if (texts.size() == 1) items.forEach(item -> give(texts.getFirst(), item));
    var documents =
        items.stream().filter(item -> !gone.contains(item) && isDocument(item)).toList();
    var left = items.stream().filter(item -> !gone.contains(item) && !isDocument(item)).toList();
    if (documents.isEmpty()) return NewsMlFormat.item(xml, items.getFirst());
    left.forEach(this::leftOut);
    if (documents.size() == 1 && warnings.isEmpty()) return reading(documents.getFirst());
    return new Reading.Several(
        NewsMlFormat.NAME, documents.stream().map(this::member).toList(), warnings);
  }

  /** A package of one text says what belongs to it; any other is a document by itself. */
  private void unpack(Element pack) {
    var named = Groups.members(pack).collect(Collectors.toSet());
    var members = items.stream().filter(item -> named.contains(item.attr("guid"))).toList();
    var inside = members.stream().filter(NewsMlFormat::isText).toList();
    if (inside.size() != 1) return;
    members.forEach(item -> give(inside.getFirst(), item));
    gone.add(pack);
  }

  /** Once it belongs to one text it belongs to no other. */
  private void give(Element text, Element item) {
    boolean isOwn = NewsMlFormat.isText(item) || item.tagName().equals(NewsMlFormat.PACKAGE);
    if (!isOwn && gone.add(item))
      belongings.computeIfAbsent(text, _ -> new ArrayList<>()).add(item);
  }

  private static boolean isDocument(Element item) {
    return NewsMlFormat.isText(item)
        || item.tagName().equals(NewsMlFormat.PACKAGE)
        || (item.tagName().equals("newsItem") && NewsMlFormat.itemClass(item).equals("video"));
  }

  private Reading reading(Element item) {
    var own = belongings.get(item);
    return own == null
        ? NewsMlFormat.item(xml, item)
        : new NewsItem(xml, item).with(own).reading(NewsMlFormat.NAME);
  }

  private Member member(Element item) {
    var guid = item.attr("guid");
    return new Member(guid.isBlank() ? "item" : guid, reading(item));
  }

  private void leftOut(Element item) {
    var kind = item.tagName().equals("newsItem") ? NewsMlFormat.itemClass(item) : item.tagName();
    warnings.add(
        "%s %s was left out: it belongs to no text of the message"
            .formatted(kind, item.attr("guid"))
            .replaceAll("\\s+", " "));
  }
}
