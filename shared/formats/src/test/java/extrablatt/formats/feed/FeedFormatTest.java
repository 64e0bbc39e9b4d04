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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new FeedFormat(), "feed/dike.rss", "feed/dike.atom", "feed/wordpress.rss");

  @Test
  void everyElementOfRssGoesWhereTheTableSays() {
    var entries = several(SAMPLES.text());

    var document = understood(entries.members().getFirst());
    assertThat(document.guid()).isEqualTo("wellenbote-deich-17");
    assertThat(document.version()).isNull();
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
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
            "source.url",
            "media",
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
    assertThat(document.extra())
        .containsOnlyKeys("updated", "contributor", "rights", "category.term");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate>",
        "<pubDate>20 Nov 26 04:00 EST</pubDate>",
        "<pubDate>Friday, 20 November 2026 9:00:00 GMT</pubDate>",
        "<dc:date>2026-11-20T09:00:00Z</dc:date>",
        "<dcterms:issued>2026-11-20T09:00:00Z</dcterms:issued>",
        "<dcterms:available>2026-11-20T09:00:00Z</dcterms:available>",
        "<dcterms:valid>start=2026-11-20T09:00:00Z; end=2099-01-01T00:00Z; scheme=W3C-DTF</dcterms:valid>",
        "<prism:publicationDate>2026-11-20T10:00:00+01:00</prism:publicationDate>",
        "<prism:embargoDate>2026-11-20T09:00:00Z</prism:embargoDate><pubDate>Thu, 19 Nov 2026 09:00:00 GMT</pubDate>"
      })
  void anEntryIsShownFromItsDateOrItsEmbargoOn(String dated) {
    assertThat(entry(dated).publishAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dcterms:valid>end=2099-01-01T00:00:00Z</dcterms:valid>",
        "<prism:expirationDate>2099-01-01T00:00:00Z</prism:expirationDate>",
        "<prism:killDate>2099-01-01T00:00:00Z</prism:killDate>"
      })
  void anEntryGoesAtItsEnd(String ending) {
    assertThat(FormatSamples.content(entry(ending)).expiresAt())
        .isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
  }

  /** A date is only kept where nobody can read it, but an embargo refuses the entry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<prism:embargoDate>tomorrow</prism:embargoDate>",
        "<dcterms:valid>start=soon; end=2099-01-01T00:00:00Z</dcterms:valid>",
        "<dcterms:available>Freitag</dcterms:available>"
      })
  void anEmbargoThatNobodyCanReadRefusesTheEntry(String embargo) {
    var reading = several(rss(item(embargo))).members().getFirst().reading();

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(entry("<pubDate>Freitag</pubDate>").extra())
        .containsEntry("pubDate", List.of("Freitag"));
  }

  /** What an editor of another system has not published yet, nobody publishes here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<app:control><app:draft>yes</app:draft></app:control>",
        "<wp:status>private</wp:status>",
        "<wp:status>trash</wp:status>",
        "<wp:post_password>geheim</wp:post_password>"
      })
  void anEntryThatIsNoneForThePublicIsADraft(String saying) {
    assertThat(entry(saying).isDraft()).isTrue();
    assertThat(entry(saying).warnings()).singleElement().asString().contains("saved as a draft");
  }

  @Test
  void whatIsPublishedInWordPressIsNoDraft() {
    var document =
        entry(
            "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password/>"
                + "<wp:post_modified_gmt>2026-11-20 10:00:00</wp:post_modified_gmt>"
                + "<app:control><app:draft>no</app:draft></app:control>");

    assertThat(document.isDraft()).isFalse();
    assertThat(document.version()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z").toEpochMilli());
  }

  @Test
  void anExportOfWordPressKeepsBackWhatIsNotPublished() {
    var members = several(SAMPLES.text(2)).members();

    var shown = understood(members.getFirst());
    assertThat(shown.guid()).isEqualTo("https://insel.example/?p=17");
    assertThat(shown.isDraft()).isFalse();
    assertThat(shown.publishAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(FormatSamples.content(shown).lead()).isEqualTo("Nach drei Wochen Pause.");
    assertThat(FormatSamples.content(shown).body())
        .containsExactly(new Block.Paragraph("Um acht Uhr fuhr der <em>erste</em> Zug."));
    assertThat(shown.extra())
        .containsOnlyKeys("post_id", "post_type", "control", "category.domain");
    assertThat(understood(members.get(1)).isDraft()).isTrue();
    assertThat(FormatSamples.content(understood(members.get(2))).image()).isNull();
  }

  @Test
  void otherKindsOfWordPressAreNotKept() {
    var attachment = "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>";

    var member = several(rss(item(attachment))).members().getFirst();

    assertThat(member.name()).isEqualTo("a");
    assertThat(member.reading())
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo("unsupported-kind"));
  }

  @Test
  void mediaThatWereTakenBackAreNotShown() {
    var file = "<media:content url='https://example.org/geheim.jpg' medium='image'/>";

    var blocked = entry(file + "<media:status state='blocked' reason='nein'/>");

    assertThat(FormatSamples.content(blocked).image()).isNull();
    assertThat(blocked.extra()).containsEntry("media", List.of("https://example.org/geheim.jpg"));
    assertThat(FormatSamples.content(entry(file + "<media:status state='active'/>")).image())
        .isNotNull();
    var country = "<media:restriction relationship='allow' type='country'>%s</media:restriction>";
    assertThat(FormatSamples.content(entry(file + country.formatted("de at"))).image()).isNull();
    assertThat(FormatSamples.content(entry(file + country.formatted("all"))).image()).isNotNull();
  }

  private static IncomingDocument entry(String elements) {
    return understood(several(rss(item(elements))).members().getFirst());
  }

  private static String item(String elements) {
    return "<item xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"
        + " xmlns:prism='http://prismstandard.org/namespaces/basic/2.1/'"
        + " xmlns:app='http://www.w3.org/2007/app' xmlns:media='http://search.yahoo.com/mrss/'"
        + " xmlns:wp='http://wordpress.org/export/1.2/'>"
        + "<guid>a</guid><title>T</title>"
        + elements
        + "</item>";
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
    var all = SAMPLES.text() + SAMPLES.text(1) + SAMPLES.text(2);

    assertThat(SAMPLES.rows()).hasSizeGreaterThan(20);
    assertThat(SAMPLES.rows())
        .allSatisfy(row -> assertThat(all).containsPattern("<([a-z]+:)?" + row + "[ >/]"));
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
