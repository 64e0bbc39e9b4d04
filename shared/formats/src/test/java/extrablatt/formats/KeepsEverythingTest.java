package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a document says is in the article, or is kept beside it: a word that nobody else says is put
 * at each place of each sample, and has to be found again.
 */
final class KeepsEverythingTest {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final String WORD = "zqxj7";

  private static final Pattern XML_TEXT = Pattern.compile("<([\\w:.-]+)[^<>]*>([^<>]*\\S[^<>]*)<");
  private static final Pattern XML_ATTRIBUTE =
      Pattern.compile("\\s([A-Za-z:_.-]+)=[\"']([^\"'<>]+)(?=[\"'])");
  private static final Pattern JSON_TEXT =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)(?=\"\\s*[,}\\]])");
  private static final Pattern JSON_OBJECT = Pattern.compile("\\{(?!\\s*})");
  private static final Pattern JSON_KEY = Pattern.compile("\"([@A-Za-z_]+)\"\\s*:");

  /** What frames a document, shapes its text, or is no value of its kind any more. */
  private static final Set<String> FRAME =
      Set.of(
          // of XML
          "version",
          "encoding",
          "standard",
          "standardversion",
          "conformance",
          "xml:lang",
          "class",
          "id",
          "root",
          "idref",
          "mode",
          "lang",
          // of kinds, which become something else or nothing by another word
          "type",
          "role",
          "contenttype",
          "contentType",
          "medium",
          "mime-type",
          "media-type",
          "noteclass",
          "isPermaLink",
          "rel",
          // of sizes, which are none with a word behind
          "width",
          "height",
          "length",
          // of JSON-LD
          "@context",
          "@type",
          "@id");

  @ParameterizedTest
  @CsvSource({
    // the envelope of a message, and what a title of a page inside repeats
    "newsml-g2/dike.xml, sent",
    "newsml-g2/package.xml, qcode",
    // marks of a text's words
    "nitf/dike.xml, lede unit norm",
    // what a feed says of itself
    "feed/dike.rss, title link description",
    "feed/dike.atom, id title updated when",
    "feed/wordpress.rss, title link guid wp:wxr_version prism:embargoDate dcterms:valid nicename wp:status state"
  })
  void ofXml(String sample, String exempt) throws IOException {
    var text = Files.readString(SAMPLES.resolve(sample));
    var spots = new ArrayList<Spot>();
    for (var place : places(XML_TEXT, text)) {
      if (!place.group(1).startsWith("!"))
        spots.add(new Spot(place.group(1), place.end(2), " " + WORD));
    }
    for (var place : places(XML_ATTRIBUTE, text)) {
      if (!place.group(1).startsWith("xmlns"))
        spots.add(new Spot(place.group(1), place.end(2), WORD));
    }

    assertKept(sample, text, spots, exempt);
  }

  @ParameterizedTest
  @CsvSource({
    "ninjs/dike.json, -",
    "ninjs/night-ferry.json, -",
    "ninjs/film.json, -",
    // a list is ordered or it is not, and times are such or none
    "ans/dike.json, list_type display_date url",
    "ans/film.json, stream_type",
    "dpa-digitalwires/dike.json, -",
    "html/dike.html, -",
    "html/live.html, -"
  })
  void ofJson(String sample, String exempt) throws IOException {
    var text = Files.readString(SAMPLES.resolve(sample));
    var spots =
        places(JSON_TEXT, text).stream()
            .map(place -> new Spot(key(text, place.start()), place.end(), " " + WORD))
            .toList();

    assertKept(sample, text, spots, exempt);
  }

  /** What a provider adds to the things of his format is kept too. */
  @ParameterizedTest
  @CsvSource({
    "ninjs/dike.json, -",
    "ninjs/night-ferry.json, -",
    "ninjs/film.json, -",
    // parts of a text, and of a picture's credit
    "ans/dike.json, +citation +items +header +rows +raw_oembed +streams +headlines +by +affiliation +credits +content_elements +content +basic +related_content",
    "ans/film.json, +by +affiliation +credits",
    "dpa-digitalwires/dike.json, -",
    // what else a page describes
    "html/dike.html, +",
    "html/live.html, + +@graph"
  })
  void ofWhatIsAdded(String sample, String exempt) throws IOException {
    var text = Files.readString(SAMPLES.resolve(sample));
    var added = "\"added\": \"" + WORD + "\", ";
    var spots =
        places(JSON_OBJECT, text).stream()
            .map(place -> new Spot("+" + key(text, place.start()), place.end(), added))
            .toList();

    assertKept(sample, text, spots, exempt);
  }

  /** A place in a document, under the name of what stands there, and what is put into it. */
  private record Spot(String name, int at, String word) {}

  private static void assertKept(String sample, String text, List<Spot> spots, String exempt) {
    var but = Set.of(exempt.split(" "));
    var tried =
        spots.stream()
            .filter(spot -> !FRAME.contains(spot.name()) && !but.contains(spot.name()))
            .toList();

    assertThat(tried).hasSizeGreaterThan(3);
    assertThat(tried)
        .filteredOn(spot -> !isFound(sample, inserted(text, spot.at(), spot.word())))
        .extracting(Spot::name)
        .isEmpty();
  }

  private static List<MatchResult> places(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String inserted(String text, int at, String word) {
    return text.substring(0, at) + word + text.substring(at);
  }

  /** The name before a place: that of the value there, or of the list that it stands in. */
  private static String key(String text, int at) {
    var keys = places(JSON_KEY, text.substring(0, at));
    return keys.isEmpty() ? "" : keys.getLast().group(1);
  }

  /** A document that is refused is not lost either. */
  private static boolean isFound(String sample, String text) {
    var name = sample.substring(sample.lastIndexOf('/') + 1);
    var reading = Formats.standard().read(new Source(Bytes.utf8(text), name, null, Map.of()));
    return reading instanceof Reading.Refused
        || reading.toString().toLowerCase(Locale.ROOT).contains(WORD);
  }
}
