package extrablatt.media;

import extrablatt.domain.Inspection;
import extrablatt.domain.media.MediaFacts.Subtitles;
import extrablatt.domain.media.RangedBytes;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Subtitles in TTML (W3C TTML2, IMSC, EBU-TT-D). */
final class Ttml {
  private static final int LARGEST = 10 << 20;
  private static final int DEEPEST = 50;

  /** Namespaces of TTML and of its drafts, which some tools still write. */
  private static final Pattern NAMESPACE =
      Pattern.compile("http://www\\.w3\\.org/(ns/ttml|2006/10/ttaf1|2006/04/ttaf1)");

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{2,}:[0-5]\\d:[0-5]\\d(\\.\\d+|:\\d{2,}(\\.\\d+)?)?|\\d+(\\.\\d+)?(h|m|s|ms|f|t)");

  private static final XMLInputFactory FACTORY = factory();

  private @Nullable String language;
  private int depth;
  private int cues;

  private Ttml() {}

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  static Subtitles read(RangedBytes file) {
    Texts.requireAtMost(file, LARGEST);
    var bytes = file.read(0, (int) file.size()).array();
    try {
      return new Ttml().read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException broken) {
      var place = broken.getLocation();
      throw Unfit.malformed(
          "line %d: the file is no well-formed XML.", place == null ? 1 : place.getLineNumber());
    }
  }

  private Subtitles read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw at(xml, "a document type is not taken in subtitles; leave it out");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw at(xml, "the entity is not one of XML's own");
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
    return new Subtitles("application/ttml+xml", language, cues);
  }

  private void start(XMLStreamReader xml) {
    if (++depth == 1) root(xml);
    if (depth > DEEPEST) throw at(xml, "elements lie deeper than " + DEEPEST + " levels");
    if (!xml.getLocalName().equals("p")) return;
    cues++;
    check(xml, "begin");
    check(xml, "end");
    check(xml, "dur");
  }

  private void root(XMLStreamReader xml) {
    var namespace = xml.getNamespaceURI();
    if (!xml.getLocalName().equals("tt")
        || namespace == null
        || !NAMESPACE.matcher(namespace).matches())
      throw Unfit.unsupported(
          "The XML file is no TTML: its root is not tt in the namespace http://www.w3.org/ns/ttml.");
    var tag = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    if (tag != null && Inspection.isLanguage(tag)) language = tag;
  }

  private static void check(XMLStreamReader xml, String attribute) {
    var time = xml.getAttributeValue(null, attribute);
    if (time != null && !TIME.matcher(time).matches())
      throw at(xml, attribute + " must be a time such as 00:01:02.500 or 62.5s");
  }

  private static Unfit at(XMLStreamReader xml, String detail) {
    return Unfit.malformed("line %d: %s.", xml.getLocation().getLineNumber(), detail);
  }
}
