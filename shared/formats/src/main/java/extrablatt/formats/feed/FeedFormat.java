package extrablatt.formats.feed;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Reading.Member;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.markup.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * RSS 2.0 (and 0.9x, 1.0) and Atom (RFC 4287) with Media RSS: each entry is a document by itself.
 */
public final class FeedFormat implements DocumentFormat {
  private static final String NAME = "feed";

  /** More than any feed has; the function that takes it in has to end in time. */
  private static final int MOST_ENTRIES = 500;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of(
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("rss", "atom", "rdf", "xml");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    return Set.of("rss", "feed", "RDF").contains(Xml.rootName(bytes));
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
    return switch (root.tagName()) {
      case "rss" -> entries(xml, root.select("> channel > item"), root.selectFirst("> channel"));
      case "RDF" -> entries(xml, root.select("> item"), root.selectFirst("> channel"));
      case "feed" -> entries(xml, root.select("> entry, > deleted-entry"), root);
      default -> refused("unsupported-type", xml.fault(root, "is neither rss nor feed"));
    };
  }

  private static Reading entries(Xml xml, List<Element> entries, @Nullable Element feed) {
    if (entries.isEmpty()) return refused("invalid", xml.fault(xml.root(), "has no entry"));
    if (entries.size() > MOST_ENTRIES)
      return refused(
          "invalid",
          xml.fault(
              entries.get(MOST_ENTRIES),
              "is entry %d: at most %d are taken in at once"
                  .formatted(MOST_ENTRIES + 1, MOST_ENTRIES)));
    var members = new ArrayList<Member>();
    for (var element : entries) {
      var entry = new FeedEntry(xml, element, feed);
      var reading = entry.reading(NAME);
      members.add(new Member(entry.name("entry " + (members.size() + 1)), reading));
    }
    return new Reading.Several(NAME, members, List.of());
  }

  private static Reading refused(String problem, Fault fault) {
    return new Reading.Refused(NAME, problem, List.of(fault));
  }
}
