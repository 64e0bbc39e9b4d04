package extrablatt.local.imports;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A feed as one feed for each of its entries: the API takes one article a call. */
final class FeedEntries {
  private static final Set<String> ENTRIES = Set.of("item", "entry", "deleted-entry");

  private FeedEntries() {}

  /** The feeds, each with all that the whole says of itself; none if it cannot be taken apart. */
  static List<Bytes> of(Bytes feed) throws IOException {
    try {
      return parted(parsed(feed));
    } catch (SAXException | TransformerException | ParserConfigurationException unreadable) {
      return List.of();
    }
  }

  private static Document parsed(Bytes feed)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Silent());
    return builder.parse(new ByteArrayInputStream(feed.array()));
  }

  private static List<Bytes> parted(Document feed) throws TransformerException {
    var entries = new ArrayList<Element>();
    collect(feed.getDocumentElement(), entries);
    var parents = entries.stream().map(Node::getParentNode).toList();
    for (int i = 0; i < entries.size(); i++) parents.get(i).removeChild(entries.get(i));
    var transformer = TransformerFactory.newInstance().newTransformer();
    var feeds = new ArrayList<Bytes>();
    for (int i = 0; i < entries.size(); i++) {
      parents.get(i).appendChild(entries.get(i));
      var bytes = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(feed), new StreamResult(bytes));
      feeds.add(Bytes.of(bytes.toByteArray()));
      parents.get(i).removeChild(entries.get(i));
    }
    return feeds;
  }

  /** Those of the feed or its channel, and none inside another. */
  private static void collect(Element element, List<Element> entries) {
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (!(node instanceof Element child)) continue;
      if (ENTRIES.contains(child.getLocalName())) entries.add(child);
      else if (child.getLocalName().equals("channel")) collect(child, entries);
    }
  }

  /** What is wrong with a feed the API says better. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {}

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
