package extrablatt.formats.page;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.FormatSamples;
import extrablatt.formats.Formats;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlPageFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new HtmlPageFormat(), "html/dike.html");

  @Test
  void everyPropertyGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("deich-17-seite");
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich hält",
                "Norderau atmet auf.",
                "de",
                "Nord",
                List.of("Hochwasser", "Deiche", "Küstenschutz"),
                List.of(new Author("Ada Kern", null), new Author("Ole Brandt", null)),
                List.of("Wellenbote", "Küstendienst"),
                new Image(
                    "https://example.org/deich.jpg",
                    null,
                    "Der Deich",
                    "I. Wolke",
                    1200,
                    800,
                    List.of()),
                List.of(
                    new Block.Paragraph("Der Deich <strong>hält</strong>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.Picture(
                        new Image(
                            "https://example.org/nacht.jpg",
                            "Nacht",
                            "Die Nacht",
                            null,
                            null,
                            null,
                            List.of())),
                    new Block.Paragraph("Alle halfen."),
                    new Block.Embed(null, "https://example.org/film.mp4", "Der Film")),
                List.of(
                    new Related("isBasedOn", "https://example.org/alt", null, null),
                    new Related("citation", "https://example.org/buch", null, "Deichbuch")),
                List.of(new Correction(null, "Der Pegel stand tiefer.")),
                false,
                null,
                Instant.parse("2099-01-01T00:00:00Z"),
                "https://example.org/deich"));
    assertThat(document.warnings())
        .containsExactly("5 words around the text belong to the page and were left out");
    assertThat(document.extra())
        .containsEntry("section", List.of("Wetter"))
        .containsEntry("image", List.of("https://example.org/deich-quadrat.jpg"))
        .containsEntry("og:title", List.of("Deich hält!"))
        .containsEntry("isAccessibleForFree", List.of("true"))
        .containsKeys(
            "creativeWorkStatus", "dateModified", "copyrightNotice", "license", "usageInfo");
  }

  /** A plain date is no time at which anybody could show it. */
  @Test
  void whenThePageMayBeSeenIsItsDate() {
    var told = SAMPLES.text();
    var date = "\"datePublished\": \"2026-11-20T09:00:00+01:00\",";
    var meta = "<meta property=\"article:published_time\" content=\"2099-01-01T00:00:00Z\">";

    var plain = SAMPLES.document(told.replace(date, "\"datePublished\": \"2026-11-20\","));
    var later = SAMPLES.document(told.replace(date, "").replace("<head>", "<head>" + meta));

    assertThat(plain.publishAt()).isNull();
    assertThat(plain.extra()).containsEntry("datePublished", List.of("2026-11-20"));
    assertThat(later.publishAt()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
  }

  /** An article's embed shows everywhere. */
  @Test
  void aVideoThatMayNotBeShownEverywhereIsLeftOut() {
    var restricted =
        SAMPLES
            .text()
            .replace(
                "\"name\": \"Der Film\"", "\"name\": \"Der Film\", \"regionsAllowed\": \"DE\"");

    var document = SAMPLES.document(restricted);

    assertThat(FormatSamples.content(document).body().toString()).doesNotContain("film.mp4");
    assertThat(document.extra()).containsKeys("video.contentUrl", "video.regionsAllowed");
    assertThat(document.warnings()).anyMatch(warning -> warning.contains("some countries"));
  }

  @Test
  void aPageThatSaysSoIsADraft() {
    var draft = SAMPLES.text().replace("\"Published\"", "\"Draft\"");

    assertThat(SAMPLES.document(SAMPLES.text()).isDraft()).isFalse();
    assertThat(SAMPLES.document(draft).isDraft()).isTrue();
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() {
    var rows = SAMPLES.rows();

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows).allSatisfy(row -> assertThat(SAMPLES.text()).contains("\"" + row + "\":"));
  }

  @Test
  void aPageThatDescribesNothingSpeaksForItself() {
    var bare = SAMPLES.text().replaceFirst("(?s)<script.*?</script>", "");

    var content = SAMPLES.content(bare);

    assertThat(content.headline()).isEqualTo("Deich hält!");
    assertThat(content.lead()).isEqualTo("Meta sagt anderes.");
    assertThat(content.language()).isEqualTo("de-DE");
    assertThat(content.section()).isEqualTo("Anders");
    assertThat(content.topics()).containsExactly("Ungenutzt");
    assertThat(content.authors()).containsExactly(new Author("Niemand", null));
    assertThat(content.canonicalUrl()).isEqualTo("https://example.org/kanonisch");
    assertThat(content.image())
        .isEqualTo(
            new Image("https://example.org/og.jpg", null, null, null, null, null, List.of()));
  }

  @Test
  void whatIsMarkedIsTheText() {
    var page =
        "<html><body><article><p>%s</p></article><div itemprop=articleBody><p>Kurz.</p></div></body></html>"
            .formatted("Lang und länger. ".repeat(50));

    assertThat(SAMPLES.content(page).body()).containsExactly(new Block.Paragraph("Kurz."));
  }

  @Test
  void withoutAnyMarkTheMostParagraphsAreTheText() {
    var page =
        """
        <html><body><h1>Titel</h1><div id=a><p>Kurz.</p></div>
        <div id=b><p>Viel mehr steht hier.</p><p>Und hier.</p></div></body></html>
        """;

    assertThat(SAMPLES.content(page).headline()).isEqualTo("Titel");
    assertThat(SAMPLES.content(page).body())
        .containsExactly(
            new Block.Paragraph("Viel mehr steht hier."), new Block.Paragraph("Und hier."));
  }

  @Test
  void theDescribedTextCountsWhereThePageHasNone() {
    var page =
        "<html><script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"H\", \"articleBody\": \"Eins.\\n\\nZwei.\"}</script><body></body></html>";

    assertThat(SAMPLES.content(page).body())
        .containsExactly(new Block.Paragraph("Eins."), new Block.Paragraph("Zwei."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "iso-8859-15", "utf-8"})
  void encodingsAreReadAsDeclaredOrFound(String encoding) {
    var charset = Charset.forName(encoding);
    var declared = SAMPLES.text().replace("charset=\"utf-8\"", "charset=\"" + encoding + "\"");
    var undeclared = SAMPLES.text().replace("<meta charset=\"utf-8\">", "");

    for (var page : List.of(declared, undeclared)) {
      var source = new Source(Bytes.of(page.getBytes(charset)), "a.html", null, Map.of());
      var reading = (Reading.Understood) Formats.standard().read(source);

      assertThat(reading.format()).isEqualTo("html");
      assertThat(FormatSamples.content(reading.document()).headline()).isEqualTo("Der Deich hält");
    }
    var told =
        new Source(
            Bytes.of(undeclared.getBytes(charset)),
            "a",
            "text/html; charset=" + encoding,
            Map.of());
    assertThat(
            FormatSamples.content(((Reading.Understood) Formats.standard().read(told)).document())
                .headline())
        .isEqualTo("Der Deich hält");
  }

  @Test
  void brokenLinkedDataSaysNothing() {
    var page = SAMPLES.text().replace("\"@context\"", "@context");

    assertThat(SAMPLES.content(page).headline()).isEqualTo("Deich hält!");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(31);
  }
}
