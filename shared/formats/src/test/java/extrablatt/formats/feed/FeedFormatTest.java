package extrablatt.formats.feed;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import extrablatt.formats.Formats;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new FeedFormat(), "feed/dike.rss", "feed/dike.atom");

  @Test
  void everyElementOfRssGoesWhereTheTableSays() {
    var entries = several(SAMPLES.text());

    var document = understood(entries.members().getFirst());
    assertThat(document.guid()).isEqualTo("wellenbote-deich-17");
    assertThat(document.version()).isNull();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                null,
                "Der Deich hält & atmet",
                "Norderau atmet auf.",
                "de-DE",
                null,
                List.of("Flut", "Hochwasser"),
                List.of(
                    new Author("Ada Kern", null),
                    new Author("Ole Brandt", null),
                    new Author("Mara Quill", null)),
                List.of("Küstendienst", "Deichverband"),
                new Image(
                    "https://example.org/deich-1600.jpg",
                    "Ein Deich",
                    "Der Deich am Abend",
                    "I. Wolke",
                    1600,
                    1200,
                    List.of()),
                List.of(
                    new Block.Paragraph("Der Deich <strong>hält</strong>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.Paragraph("Alle halfen."),
                    new Block.Embed(null, "https://example.org/deich.mp3", null),
                    new Block.Embed(null, "https://example.org/flut.mp4", "Die Flut")),
                List.of(),
                List.of(),
                false,
                null,
                null,
                "https://example.org/nord/deich-17"));
    assertThat(document.extra())
        .containsOnlyKeys(
            "rights",
            "pubDate",
            "comments",
            "media.thumbnail",
            "media.keywords",
            "media.title",
            "media.description",
            "media.credit");
  }

  @Test
  void anEntryWithoutAGuidIsKnownByItsLink() {
    var document = understood(several(SAMPLES.text()).members().get(1));

    assertThat(document.guid()).isEqualTo("https://example.org/nord/zeile");
    assertThat(FormatSamples.content(document).lead()).isNull();
    assertThat(FormatSamples.content(document).body())
        .containsExactly(new Block.Paragraph("Mehr gibt es nicht zu sagen."));
  }

  @Test
  void everyElementOfAtomGoesWhereTheTableSays() {
    var document = understood(several(SAMPLES.text(1)).members().getFirst());
    var content = FormatSamples.content(document);

    assertThat(document.guid()).isEqualTo("urn:wellenbote:deich-18");
    assertThat(document.version()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z").toEpochMilli());
    assertThat(content.headline()).isEqualTo("Der Deich ist dicht");
    assertThat(content.lead()).isEqualTo("Kein Tropfen mehr.");
    assertThat(content.language()).isEqualTo("de");
    assertThat(content.topics()).containsExactly("Hochwasser");
    assertThat(content.authors()).containsExactly(new Author("Ada Kern", null));
    assertThat(content.canonicalUrl()).isEqualTo("https://example.org/nord/deich-18");
    assertThat(content.related())
        .containsExactly(
            new Related("related", "https://example.org/nord/deich-17", null, "Der Deich hält"));
    assertThat(content.body())
        .containsExactly(new Block.Paragraph("Der Deich ist <em>dicht</em>."));
    assertThat(content.image()).isNotNull();
    assertThat(document.extra()).containsOnlyKeys("updated", "published", "contributor", "rights");
  }

  @Test
  void aDeletedEntryTakesTheArticleBack() {
    var document = understood(several(SAMPLES.text(1)).members().get(1));

    assertThat(document.guid()).isEqualTo("urn:wellenbote:deich-16");
    assertThat(document.instruction()).isEqualTo(new Instruction.Kill("Die Zahlen waren falsch."));
  }

  @Test
  void oneBadEntryLeavesTheOthersAlone() {
    var feed =
        several(
            rss(
                "<item><title>Eins</title></item><item><link>https://example.org/2</link>"
                    + "<title>Zwei</title></item>"));

    assertThat(feed.members().getFirst().reading())
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.faults().getFirst().detail()).contains("guid"));
    assertThat(understood(feed.members().get(1)).guid()).isEqualTo("https://example.org/2");
  }

  @Test
  void aFeedWithoutEntriesIsRefused() {
    assertThat(SAMPLES.refused(rss("")).problem()).isEqualTo("invalid");
  }

  @Test
  void moreEntriesThanAreTakenAreRefusedAtOnce() {
    var refused = SAMPLES.refused(rss("<item><guid>a</guid></item>".repeat(501)));

    assertThat(refused.faults().getFirst().detail()).contains("at most 500");
  }

  @Test
  void scriptsAndForeignAddressesDoNotComeAlong() {
    var document =
        understood(
            several(
                    rss(
                        "<item><guid>x</guid><title>&lt;script&gt;a()&lt;/script&gt;Gut</title>"
                            + "<link>javascript:a()</link><description>&lt;p onclick='a()'&gt;Text"
                            + "&lt;script&gt;b()&lt;/script&gt;</description>"
                            + "<enclosure url='file:///etc/passwd' type='image/png'/></item>"))
                .members()
                .getFirst());

    assertThat(FormatSamples.content(document).headline()).isEqualTo("Gut");
    assertThat(FormatSamples.content(document).body()).containsExactly(new Block.Paragraph("Text"));
    assertThat(FormatSamples.content(document).canonicalUrl()).isNull();
    assertThat(FormatSamples.content(document).image()).isNull();
  }

  /** A row that no sample has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInASample() {
    var both = SAMPLES.text() + SAMPLES.text(1);

    assertThat(SAMPLES.rows()).hasSizeGreaterThan(20);
    assertThat(SAMPLES.rows())
        .allSatisfy(row -> assertThat(both).containsPattern("<([a-z]+:)?" + row + "[ >/]"));
  }

  @Test
  void itIsToldFromOtherXml() {
    assertThat(SAMPLES.knownAs()).isEqualTo("feed");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(18);
  }

  private static Reading.Several several(String text) {
    return (Reading.Several) Formats.standard().read(SAMPLES.source(text));
  }

  private static IncomingDocument understood(Reading.Member member) {
    return ((Reading.Understood) member.reading()).document();
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>";
  }
}
