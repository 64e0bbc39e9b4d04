package extrablatt.formats.nitf;

import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.markup.Xml;
import java.util.List;
import java.util.Set;

/** NITF 3.x (News Industry Text Format), with and without its document type. */
public final class NitfFormat implements DocumentFormat {
  private static final String NAME = "nitf";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/nitf+xml", "text/vnd.iptc.nitf", "application/xml", "text/xml");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("nitf", "xml");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    return Xml.rootName(bytes).equals("nitf");
  }

  @Override
  public Reading read(Source source) {
    return switch (Xml.read(source.bytes(), source.contentType())) {
      case Xml.Read.Broken(var fault) -> new Reading.Refused(NAME, "malformed", List.of(fault));
      case Xml.Read.Understood(var xml) -> read(xml);
    };
  }

  private static Reading read(Xml xml) {
    var root = xml.root();
    if (root.normalName().equals("nitf")) return NitfDocument.reading(xml, NAME);
    var fault =
        xml.fault(root, "is %s; what begins with nitf can be read".formatted(root.tagName()));
    return new Reading.Refused(NAME, "unsupported-type", List.of(fault));
  }
}
