package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Place;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old systems send old bytes, and do not always say which. */
final class EncodingsTest {
  private static final String TEXT = "Straße – „über“ 5 €.";
  private static final Map<String, String> BODIES =
      Map.of(
          "a.xml", "%s<nitf><body><body.content><p>" + TEXT + "</p></body.content></body></nitf>",
          "a.rss",
              "%s<rss><channel><item><guid>g</guid><title>T</title><description>"
                  + TEXT
                  + "</description></item></channel></rss>",
          "a.html", "<html>%s<body><article><h1>T</h1><p>" + TEXT + "</p></article></body></html>",
          "a.md", "---\ntitle: T\n---\n%s" + TEXT + "\n");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // nobody says anything
        "a.xml, windows-1252, '', -",
        "a.xml, UTF-8, '', -",
        "a.rss, windows-1252, '', -",
        "a.html, windows-1252, '', -",
        "a.md, windows-1252, '', -",
        "a.md, UTF-8, '', text/markdown",
        // who says Latin-1 means what Windows makes of it
        "a.xml, windows-1252, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>', -",
        "a.rss, windows-1252, '<?xml version=\"1.0\" encoding=\"us-ascii\"?>', -",
        "a.html, windows-1252, '<head><meta charset=\"latin1\"></head>', -",
        // said from outside
        "a.xml, windows-1252, '', application/xml; charset=windows-1252",
        "a.xml, UTF-16BE, '', application/xml; charset=UTF-16BE",
        "a.html, windows-1252, '', text/html; charset=ISO-8859-1",
        // the document knows better
        "a.xml, UTF-8, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>', application/xml; charset=latin1",
        // somebody is wrong
        "a.html, windows-1252, '', text/html; charset=UTF-8",
        "a.html, windows-1252, '<head><meta charset=\"utf-8\"></head>', -",
        "a.xml, UTF-16, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>', -",
        "a.xml, UTF-16LE, '', -"
      })
  void noCharacterIsLost(String name, String encoding, String before, @Nullable String type) {
    var bytes =
        String.format(BODIES.getOrDefault(name, ""), before).getBytes(Charset.forName(encoding));

    var read = body(Formats.standard().read(new Source(Bytes.of(bytes), name, type, Map.of())));

    assertThat(read).isEqualTo(new Block.Paragraph(TEXT));
  }

  private static Block body(Reading reading) {
    return switch (reading) {
      case Reading.Several(_, var members, _, _) -> body(members.getFirst().reading());
      case Reading.Understood(_, var document) -> FormatSamples.content(document).body().getFirst();
      case Reading.Refused refused -> throw new AssertionError(refused);
    };
  }

  /** XML has it that who declares an encoding is bound to it. */
  @Test
  void aWrongDeclarationIsAFaultWhereItShows() {
    var xml = "<?xml version='1.0' encoding='UTF-8'?>\n<nitf>\n<body>Düne</body></nitf>";

    var reading =
        Formats.standard()
            .read(
                new Source(
                    Bytes.of(xml.getBytes(Charset.forName("windows-1252"))),
                    "a.xml",
                    null,
                    Map.of()));

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              var fault = refused.faults().getFirst();
              assertThat(fault.place()).isEqualTo(new Place.LineColumn(3, 8));
              assertThat(fault.detail()).contains("UTF-8").contains("declare the encoding");
            });
  }

  @Test
  void whatIsNoTextIsNoMarkdown() {
    var reading = Formats.standard().read(new Source(Bytes.utf8("a\0b"), "a.md", null, Map.of()));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
  }
}
