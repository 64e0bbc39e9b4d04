package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule of ours that a document breaks names the place in the document. */
final class FaultPlacesTest {
  private static final String LONG = "lang".repeat(80);
  private static final String NEWSML =
      """
      <newsItem guid='urn:a'><itemMeta><itemClass qcode='ninat:text'/></itemMeta>
      <contentMeta>
        <headline>%s</headline></contentMeta>
      <contentSet><inlineXML><p>Kurz.</p>
        <p>%s</p></inlineXML></contentSet></newsItem>
      """;

  @Test
  void xmlByLineAndColumn() {
    var text = "Die   Flut<em> kam</em> " + "und ging ".repeat(3_000);

    var faults = faults("a.xml", NEWSML.formatted(LONG, text));

    assertThat(faults)
        .extracting(Fault::place)
        .containsExactly(new Place.LineColumn(3, 13), new Place.LineColumn(5, 6));
    assertThat(faults.getFirst().detail()).isEqualTo("headline must have at most 300 characters");
    assertThat(faults.getLast().detail()).startsWith("body/1/html must have");
  }

  @Test
  void whatIsWrittenOtherwiseIsFoundByWhatIsNot() {
    var faults = faults("a.xml", NEWSML.formatted("Der D&#252;nenschutz " + LONG, "x"));

    assertThat(faults)
        .singleElement()
        .extracting(Fault::place)
        .isEqualTo(new Place.LineColumn(3, 13));
  }

  @Test
  void markdownAndPagesByLineAndColumn() {
    assertThat(faults("a.md", "---\ntitle: T\nlead: >\n  " + "wort ".repeat(500) + "\n---\nText\n"))
        .singleElement()
        .extracting(Fault::place)
        .isEqualTo(new Place.LineColumn(4, 3));
    assertThat(faults("a.html", "<html><body>\n<article><h1>" + LONG + "</h1><p>x</p></article>"))
        .singleElement()
        .extracting(Fault::place)
        .isEqualTo(new Place.LineColumn(2, 14));
  }

  @Test
  void anEntryOfAFeedByItsOwnLine() {
    var item = "<item><guid>g%d</guid>\n<title>%s</title><description>x</description></item>\n";
    var feed =
        "<rss><channel>\n"
            + item.formatted(1, LONG)
            + item.formatted(2, "Kurz")
            + item.formatted(3, LONG)
            + "</channel></rss>";

    var members =
        ((Reading.Several) read("a.rss", feed.getBytes(StandardCharsets.UTF_8))).members();

    assertThat(place(members.getFirst())).isEqualTo(new Place.LineColumn(3, 8));
    assertThat(place(members.getLast())).isEqualTo(new Place.LineColumn(7, 8));
  }

  @Test
  void jsonOfOthersByItsOwnPointer() {
    var faults =
        faults(
            "a.ninjs",
            """
            {"uri": "urn:a", "headlines": [{"role": "main", "value": "%s"}],
             "body_html": "<p>x</p><p>%s</p>"}
            """
                .formatted(LONG, "wort ".repeat(5_000)));

    assertThat(faults)
        .extracting(Fault::place)
        .containsExactly(new Place.Pointer("/headlines/0/value"), new Place.Pointer("/body_html"));
    assertThat(faults.getFirst().detail()).isEqualTo("headline must have at most 300 characters");
  }

  @Test
  void ourOwnJsonAsItIs() {
    assertThat(faults("a.json", "{\"headline\": \"" + LONG + "\"}"))
        .singleElement()
        .isEqualTo(Fault.at("/headline", "must have at most 300 characters"));
  }

  /** What a format itself finds in a text has a line too. */
  @Test
  void aTextThatIsTooMuchHasALine() {
    var deep = "<nitf>\n<body><body.content>" + "<block>".repeat(150) + "x";

    var faults = faults("a.xml", deep + "</block>".repeat(150) + "</body.content></body></nitf>");

    assertThat(faults).extracting(Fault::place).allMatch(Place.LineColumn.class::isInstance);
  }

  /** However much stands between two words. */
  @Test
  void farApartWordsDoNoHarm() {
    var text = "Eins" + " ".repeat(100_000) + "zwei" + "<b></b>".repeat(300) + "drei ";

    var faults = faults("a.xml", NEWSML.formatted("H", text + "vier ".repeat(5_000)));

    assertThat(faults).extracting(Fault::place).containsExactly(new Place.LineColumn(5, 6));
  }

  @Test
  void otherEncodingsToo() {
    var xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n" + NEWSML.formatted("Dünen " + LONG, "x");

    var reading = read("a.xml", xml.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(((Reading.Refused) reading).faults().getFirst().place())
        .isEqualTo(new Place.LineColumn(4, 13));
  }

  private static Place place(Reading.Member member) {
    return ((Reading.Refused) member.reading()).faults().getFirst().place();
  }

  private static List<Fault> faults(String name, String text) {
    var reading = read(name, text.getBytes(StandardCharsets.UTF_8));
    return ((Reading.Refused) reading).faults();
  }

  private static Reading read(String name, byte[] bytes) {
    return Formats.standard().read(new Source(Bytes.of(bytes), name, null, Map.of()));
  }
}
