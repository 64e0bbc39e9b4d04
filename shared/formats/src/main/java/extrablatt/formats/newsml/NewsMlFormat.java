package extrablatt.formats.newsml;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.markup.Xml;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** NewsML-G2 2.x: a news item, or a news message that brings one or several. */
public final class NewsMlFormat implements DocumentFormat {
  static final String NAME = "newsml-g2";

  private static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  static final String PACKAGE = "packageItem";

  private static final Set<String> ROOTS = Set.of("newsMessage", "newsItem", "packageItem");

  /** Item classes that bring a text of their own. */
  private static final Set<String> TEXTS = Set.of("", "text", "composite");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of(
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/vnd.iptc.g2.packageitem+xml",
        "application/xml",
        "text/xml");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("xml");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var root = Xml.rootName(bytes);
    return ROOTS.contains(root) || ITEMS.contains(root);
  }

  @Override
  public Reading read(Source source) {
    return switch (Xml.read(source.bytes(), source.contentType())) {
      case Xml.Read.Broken(var fault) -> refused("malformed", fault);
      case Xml.Read.Understood(var xml) -> read(xml);
    };
  }

  private static Reading read(Xml xml) {
    var root = xml.root();
    if (!root.tagName().equals("newsMessage")) return item(xml, root);
    var items =
        root.select("> itemSet > *").stream()
            .filter(item -> ITEMS.contains(item.tagName()))
            .toList();
    if (items.isEmpty())
      return refused("invalid", xml.fault(root, "brings no item in its itemSet"));
    return items.size() == 1 ? item(xml, items.getFirst()) : new Message(xml, items).reading();
  }

  static boolean isText(Element item) {
    return item.tagName().equals("newsItem") && TEXTS.contains(itemClass(item));
  }

  /** An item by itself. */
  static Reading item(Xml xml, Element item) {
    if (item.tagName().equals(PACKAGE)) return new NewsItem(xml, item).pack(NAME);
    if (!item.tagName().equals("newsItem")) return kind(xml, item, item.tagName());
    var itemClass = itemClass(item);
    if (itemClass.equals("video")) return new NewsItem(xml, item).film(NAME);
    if (!TEXTS.contains(itemClass)) return kind(xml, item, itemClass);
    return new NewsItem(xml, item).reading(NAME);
  }

  static String itemClass(Element item) {
    return NewsItem.code(item.selectFirst("> itemMeta > itemClass")).toLowerCase(Locale.ROOT);
  }

  private static Reading kind(Xml xml, Element item, String kind) {
    return refused(
        "unsupported-kind",
        xml.fault(item, "is %s, which is not kept without an article".formatted(kind)));
  }

  private static Reading refused(String problem, Fault fault) {
    return new Reading.Refused(NAME, problem, List.of(fault));
  }
}
