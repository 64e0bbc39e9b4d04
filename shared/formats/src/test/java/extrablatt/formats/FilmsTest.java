package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.VideoKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films that come by themselves become video teasers. */
final class FilmsTest {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final String NEWSML =
      """
      <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:film:17' version='2' xml:lang='de'>
      <itemMeta><itemClass qcode='ninat:video'/><provider literal='wbo'/>
      <versionCreated>2026-11-20T09:00:00Z</versionCreated>%s<expires>2099-01-01T00:00:00Z</expires></itemMeta>
      <contentMeta><icon href='https://example.org/flut.jpg' width='1280' height='720'/>
      <contentCreated>2026-11-20T07:55:00+01:00</contentCreated>
      <subject><name>Hochwasser</name></subject><headline>Die Flutnacht von Norderau</headline>
      <description role='drol:summary'>Bilder vom Deich</description></contentMeta>
      <contentSet><remoteContent href='https://example.org/flut-hd.mp4' contenttype='video/mp4'
      width='1920' height='1080' duration='85.4'/></contentSet></newsItem>
      """;

  @Test
  void ninjsCountsInSeconds() throws IOException {
    var document = document("film.json", sample("ninjs/film.json"));
    var film = film(document);

    same(film);
    assertThat(document.guid()).isEqualTo("urn:wellenbote:film:17");
    assertThat(document.version()).isEqualTo(2);
    assertThat(film.streams()).hasSize(2);
    assertThat(film.availableUntil()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    assertThat(document.extra()).containsEntry("copyrightholder", List.of("Wellenbote"));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void whatNoFilmIsLongInSecondsIsMilliseconds() throws IOException {
    var document = document("film.json", sample("ninjs/film.json").replace("85.4", "85400000"));

    assertThat(film(document).duration()).isEqualTo(Duration.ofSeconds(85_400));
    assertThat(document.warnings()).singleElement().asString().contains("milliseconds");
  }

  @Test
  void ansCountsInMilliseconds() throws IOException {
    var document = document("film.json", sample("ans/film.json"));
    var film = film(document);

    same(film);
    assertThat(document.guid()).isEqualTo("FILM17");
    assertThat(film.streams().getFirst().bitrate()).isEqualTo(5_000_000);
    assertThat(film.streams().getLast().mediaType()).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(film.subtitles()).hasSize(1);
    assertThat(film.transcript()).isEqualTo("Der Deich hält.");
    assertThat(film.canonicalUrl()).isEqualTo("https://example.org/film/17");
    assertThat(document.extra()).containsKeys("owner", "display_date");
  }

  @Test
  void newsMlCountsInSecondsUnlessItSaysOtherwise() {
    var document = document("film.xml", NEWSML.formatted(""));
    var inMilliseconds =
        NEWSML
            .formatted("")
            .replace("duration='85.4'", "duration='85400' durationunit='timeunit:milliseconds'");

    same(film(document));
    assertThat(document.guid()).isEqualTo("urn:film:17");
    assertThat(film(document("film.xml", inMilliseconds)).duration())
        .isEqualTo(Duration.ofMillis(85_400));
  }

  @Test
  void aFilmIsKilledLikeAText() {
    var kill = document("film.xml", NEWSML.formatted("<pubStatus qcode='stat:canceled'/>"));

    assertThat(kill.instruction()).isInstanceOf(Instruction.Kill.class);
    assertThat(kill.guid()).isEqualTo("urn:film:17");
  }

  @Test
  void schemaOrgCountsInIso8601() {
    var page =
        """
        <!doctype html><html lang="de"><head><title>x</title>
        <link rel="canonical" href="https://example.org/film/17">
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "VideoObject",
        "identifier": "film-17", "name": "Die Flutnacht von Norderau", "description": "Bilder vom Deich",
        "thumbnailUrl": ["https://example.org/flut.jpg"], "uploadDate": "2026-11-20T07:55:00+01:00",
        "duration": "PT1M25.4S", "contentUrl": "https://example.org/flut-hd.mp4",
        "encodingFormat": "video/mp4", "width": 1920, "height": 1080, "keywords": "Hochwasser",
        "interactionCount": 7}</script></head><body></body></html>
        """;

    var document = document("film.html", page);

    same(film(document));
    assertThat(document.guid()).isEqualTo("film-17");
    assertThat(film(document).canonicalUrl()).isEqualTo("https://example.org/film/17");
    assertThat(document.extra()).containsKey("interactionCount");
  }

  /** Whoever may not see a film, does not, because somebody wrote his country otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"regionsAllowed\": \"DE,AT\" | DE AT | ",
        "\"regionsAllowed\": \"DE AT\" | DE AT | ",
        "\"regionsAllowed\": [\"de\", \"Austria\"] | DE AT | ",
        "\"regionsAllowed\": {\"@type\": \"Place\", \"name\": \"Germany\"} | DE | ",
        "\"ineligibleRegion\": \"US\" | | US",
        "\"ineligibleRegion\": {\"@type\": \"Place\", \"address\": {\"addressCountry\": \"US\"}} | | US"
      })
  void aFilmOfAPageIsShownWhereItMayBe(String told, @Nullable String allow, @Nullable String deny) {
    var countries = film(document("film.html", VIDEO_PAGE.formatted(told))).countries();

    assertThat(countries.allow()).isEqualTo(codes(allow));
    assertThat(countries.deny()).isEqualTo(codes(deny));
  }

  private static final String VIDEO_PAGE =
      """
      <html><head><script type="application/ld+json">{"@type": "VideoObject", "identifier": "f",
      "name": "F", "contentUrl": "https://example.org/f.mp4", %s}</script></head></html>
      """;

  private static List<String> codes(@Nullable String told) {
    return told == null ? List.of() : List.of(told.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Middle Earth\"", "{\"@type\": \"Place\"}", "7", "[[\"DE\"]]"})
  void aRegionThatNobodyKnowsRefusesTheFilm(String region) {
    var reading = read("film.html", VIDEO_PAGE.formatted("\"regionsAllowed\": " + region));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void aFilmThatOnlyItsOwnSystemKnowsWhereToShowIsADraft() throws IOException {
    var geo =
        "\"content_restrictions\": {\"geo\": {\"restrictions\": [{\"restriction_id\": \"r\"}]}}, ";
    var film = Files.readString(Path.of("../../samples/ans/film.json"));

    assertThat(document("film.json", film).isDraft()).isFalse();
    assertThat(document("film.json", film.replaceFirst("\\{", "{" + geo)).isDraft()).isTrue();
  }

  @Test
  void aFilmWithoutAnyWordsIsRefused() {
    var reading =
        read("film.json", "{\"uri\": \"urn:x\", \"type\": \"video\", \"renditions\": []}");

    assertThat(reading).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void addressesThatLeadNowhereDoNotComeAlong() throws IOException {
    var document =
        document(
            "film.json",
            sample("ninjs/film.json").replace("https://example.org/flut-hd.mp4", "javascript:a()"));

    assertThat(film(document).streams()).hasSize(1);
    assertThat(document.extra()).containsEntry("stream", List.of("javascript:a()"));
  }

  /** What all of them say. */
  private static void same(TeaserContent film) {
    assertThat(film.title()).isEqualTo("Die Flutnacht von Norderau");
    assertThat(film.caption()).isEqualTo("Bilder vom Deich");
    assertThat(film.date()).isEqualTo(LocalDate.parse("2026-11-20"));
    assertThat(film.duration()).isEqualTo(Duration.ofMillis(85_400));
    assertThat(film.kind()).isEqualTo(VideoKind.CLIP);
    assertThat(film.topics()).containsExactly("Hochwasser");
    assertThat(film.poster()).isNotNull();
    var stream = film.streams().getFirst();
    assertThat(stream.url()).isEqualTo("https://example.org/flut-hd.mp4");
    assertThat(stream.mediaType()).isEqualTo("video/mp4");
    assertThat(stream.width()).isEqualTo(1920);
  }

  private static TeaserContent film(IncomingDocument document) {
    return ((Instruction.SaveTeaser) document.instruction()).content();
  }

  private static IncomingDocument document(String name, String text) {
    return switch (read(name, text)) {
      case Reading.Understood(_, var document) -> document;
      case Reading.Refused refused -> throw new AssertionError(refused);
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  private static Reading read(String name, String text) {
    return Formats.standard().read(new Source(Bytes.utf8(text), name, null, Map.of()));
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name));
  }
}
