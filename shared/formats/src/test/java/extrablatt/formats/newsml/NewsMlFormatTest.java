package extrablatt.formats.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.FormatSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NewsMlFormatTest {
  private static final FormatSamples SAMPLES =
      FormatSamples.of(new NewsMlFormat(), "newsml-g2/dike.xml", "newsml-g2/package.xml");

  @Test
  void everyElementGoesWhereTheTableSays() {
    var document = SAMPLES.document(SAMPLES.text());

    assertThat(document.guid()).isEqualTo("urn:newsml:wellenbote.example:20261120:deich-17");
    assertThat(document.version()).isEqualTo(4);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    assertThat(document.warnings()).isEmpty();
    assertThat(FormatSamples.content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich von Norderau hält",
                "Norderau atmet auf.",
                "de",
                null,
                List.of("Flut", "Hochwasser"),
                List.of(new Author("Ada Kern", null), new Author("Ole Brandt", null)),
                List.of("Deichverband Norderau", "wbo"),
                new Image(
                    "https://example.org/deich.jpg", "Deich", null, null, 1200, 800, List.of()),
                List.of(
                    new Block.Paragraph("Der Deich <strong>hält</strong>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.ItemList(false, List.of("eins"))),
                List.of(new Related("seealso", "https://example.org/alt", null, "Vor der Flut")),
                List.of(
                    new Correction(null, "Der Pegel stand tiefer."),
                    new Correction(null, "Auch das Datum war falsch.")),
                false,
                2,
                Instant.parse("2099-01-01T00:00:00Z"),
                "https://example.org/deich-17"));
  }

  @Test
  void whatHasNoFieldOfOursIsKept() {
    assertThat(SAMPLES.document(SAMPLES.text()).extra())
        .containsEntry("edNote", List.of("Bitte Zahlen prüfen", "Der Pegel stand tiefer."))
        .containsEntry("headline.short", List.of("Deich hält"))
        .containsEntry("icon.href", List.of("https://example.org/deich-klein.jpg"))
        .containsEntry("description.caption", List.of("Bildtext"))
        .containsEntry("dateline", List.of("Norderau (wbo)"))
        .containsEntry("genre", List.of("Reportage", "genre:Feature"))
        .containsEntry("subject", List.of("medtop:20000150"))
        .containsEntry("creator", List.of("Ada Kern"))
        .containsEntry("contributor.photographer", List.of("Inga Wolke"))
        .containsEntry("creator.literal", List.of("akern"))
        .containsEntry("subject.name", List.of("Flood"))
        .containsEntry("located", List.of("Norderau", "geo:1"))
        .containsEntry("rightsInfo.copyrightHolder.literal", List.of("Wellenbote"))
        .containsKeys(
            "provider.literal",
            "versionCreated",
            "firstCreated",
            "role.qcode",
            "fileName",
            "generator",
            "profile",
            "service.qcode",
            "title",
            "signal.qcode",
            "contentCreated",
            "contentModified",
            "slugline",
            "rightsInfo.copyrightNotice",
            "rightsInfo.usageTerms",
            "assert",
            "catalogRef");
  }

  @Test
  void aPictureBesideATextIsItsPicture() {
    var content =
        SAMPLES.content(
            with(
                "<inlineXML><p>Eins</p></inlineXML><remoteContent contenttype='image/jpeg' width='3'"
                    + " height='2' href='https://example.org/b.jpg'/>"));

    assertThat(content.image())
        .isEqualTo(new Image("https://example.org/b.jpg", null, null, null, 3, 2, List.of()));
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInAFixture() {
    var rows = SAMPLES.rows();
    var inline = with("<inlineData>x</inlineData>");

    assertThat(rows).hasSizeGreaterThan(35);
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(SAMPLES.text() + SAMPLES.text(1) + inline)
                .containsPattern("<" + Pattern.quote(row) + "[\\s/>]"));
  }

  @Test
  void theTextMayStandInOtherForms() {
    var nitf =
        with(
            "<inlineXML><nitf><body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content>"
                + "<p>Da <em class='bold'>ist</em> er.</p></body.content></body></nitf></inlineXML>");
    var html =
        with(
            "<inlineData contenttype='text/html'>&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;zwei&lt;/p&gt;</inlineData>");
    var text =
        with("<inlineData contenttype='text/plain'><![CDATA[Eins\n\nzwei & drei]]></inlineData>");
    var bare = with("<inlineXML><p>Eins</p><p>zwei</p></inlineXML>");

    assertThat(SAMPLES.content(nitf).body())
        .containsExactly(new Block.Paragraph("Da <strong>ist</strong> er."));
    assertThat(SAMPLES.content(html).body())
        .containsExactly(new Block.Paragraph("Eins"), new Block.Paragraph("zwei"));
    assertThat(SAMPLES.content(text).body())
        .containsExactly(new Block.Paragraph("Eins"), new Block.Paragraph("zwei &amp; drei"));
    assertThat(SAMPLES.content(bare).body())
        .containsExactly(new Block.Paragraph("Eins"), new Block.Paragraph("zwei"));
  }

  private static final String NITF_ITEM =
      """
      <newsItem guid='urn:n' version='1'><itemMeta><itemClass qcode='ninat:text'/>%s</itemMeta>
      <contentMeta><headline>Kopf</headline></contentMeta><contentSet><inlineXML><nitf>
      <head><title>Titel</title><docdata management-status='%s'><doc-id id-string='innen'/>%s<ed-msg info='Hinweis'/>
      <doc.rights owner='Inhaber'/><key-list><keyword key='Flut'/></key-list></docdata></head>
      <body><body.head><hedline><hl2>Dach</hl2><hl1>Zeile</hl1><hl2>Unter</hl2></hedline><byline>Von Ada Kern</byline>
      <distributor>Verteiler</distributor><dateline>Norderau</dateline><abstract><p>Anriss</p></abstract></body.head>
      <body.content><p>Text.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
      """;

  /** NITF inside an item says things of its own; before, all but its text was lost. */
  @Test
  void whatNitfInsideAnItemSaysInItsHeadCountsWhereTheItemSaysNothing() {
    var document = SAMPLES.document(NITF_ITEM.formatted("", "usable", ""));
    var content = FormatSamples.content(document);

    assertThat(document.guid()).isEqualTo("urn:n");
    assertThat(content.headline()).isEqualTo("Kopf");
    assertThat(content.kicker()).isEqualTo("Dach");
    assertThat(content.lead()).isEqualTo("Anriss");
    assertThat(content.topics()).containsExactly("Flut");
    assertThat(content.authors()).containsExactly(new Author("Ada Kern", null));
    assertThat(content.sources()).containsExactly("Verteiler");
    assertThat(content.body()).containsExactly(new Block.Paragraph("Text."));
    assertThat(document.extra())
        .containsEntry("hl1", List.of("Zeile"))
        .containsEntry("hl2", List.of("Unter"))
        .containsEntry("title", List.of("Titel"))
        .containsEntry("dateline", List.of("Norderau"))
        .containsEntry("docdata.ed-msg.info", List.of("Hinweis"))
        .containsEntry("docdata.doc.rights.owner", List.of("Inhaber"))
        .containsEntry("docdata.doc-id.id-string", List.of("innen"));
  }

  @Test
  void anEmbargoOfNitfInsideAnItemIsKept() {
    var release = "<date.release norm='20990102T100000Z'/><date.expire norm='20990201T100000Z'/>";
    var shorter = "<embargoed>2099-01-01T10:00:00Z</embargoed>";
    var longer = "<embargoed>2099-01-03T10:00:00Z</embargoed>";

    var inside = SAMPLES.document(NITF_ITEM.formatted(shorter, "embargoed", release));
    assertThat(inside.publishAt()).isEqualTo(Instant.parse("2099-01-02T10:00:00Z"));
    assertThat(FormatSamples.content(inside).expiresAt())
        .isEqualTo(Instant.parse("2099-02-01T10:00:00Z"));
    assertThat(SAMPLES.document(NITF_ITEM.formatted(longer, "usable", release)).publishAt())
        .isEqualTo(Instant.parse("2099-01-03T10:00:00Z"));
    assertThat(SAMPLES.refused(NITF_ITEM.formatted("", "embargoed", "")).faults()).hasSize(1);
    assertThat(SAMPLES.refused(NITF_ITEM.formatted("", "withheld", "")).faults()).hasSize(1);
  }

  /** An item may say all it says in several languages; one of them is that of its content. */
  @Test
  void ofSeveralLanguagesThatOfTheContentCounts() {
    var document =
        SAMPLES.document(
            """
            <newsItem guid='urn:l' version='1' xml:lang='de-DE'><itemMeta><itemClass qcode='ninat:text'/></itemMeta>
            <contentMeta><language tag='de'/>
            <headline xml:lang='en'>Flood</headline><headline xml:lang='de-AT'>Flut</headline>
            <description role='drol:summary' xml:lang='en'>High water.</description>
            <description role='drol:summary' xml:lang='de'>Hochwasser.</description>
            <keyword xml:lang='en'>dike</keyword><keyword xml:lang='fr'>digue</keyword></contentMeta>
            <contentSet><inlineXML xml:lang='en'><p>English words.</p></inlineXML>
            <inlineXML xml:lang='de'><p>Deutsche Worte.</p></inlineXML></contentSet></newsItem>
            """);
    var content = FormatSamples.content(document);

    assertThat(content.headline()).isEqualTo("Flut");
    assertThat(content.lead()).isEqualTo("Hochwasser.");
    assertThat(content.language()).isEqualTo("de");
    assertThat(content.body()).containsExactly(new Block.Paragraph("Deutsche Worte."));
    // Nobody says these in the content's language.
    assertThat(content.topics()).containsExactly("dike", "digue");
    assertThat(document.extra())
        .containsEntry("headline.en", List.of("Flood"))
        .containsEntry("description.en", List.of("High water."))
        .containsEntry("inlineXML.en", List.of("English words."));
  }

  private static String with(String content) {
    return SAMPLES
        .text()
        .replaceFirst(
            "(?s)<contentSet>.*</contentSet>",
            "<contentSet>" + java.util.regex.Matcher.quoteReplacement(content) + "</contentSet>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canceled", "withheld"})
  void whatIsTakenBackIsWithdrawn(String status) {
    var killed = SAMPLES.document(SAMPLES.text().replace("stat:usable", "stat:" + status));

    assertThat(killed.instruction()).isEqualTo(new Instruction.Kill("Bitte Zahlen prüfen"));
    assertThat(killed.version()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "audio", "graphic", "planning"})
  void whatIsNoArticleIsNamed(String kind) {
    assertThat(SAMPLES.read(SAMPLES.text().replace("ninat:text", "ninat:" + kind)))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("unsupported-kind");
              assertThat(refused.faults().getFirst().detail()).contains(kind);
            });
  }

  @Test
  void aMessageWithSeveralTextsIsSeveralDocuments() {
    var item = SAMPLES.text().replaceFirst("(?s).*(<newsItem.*</newsItem>).*", "$1");
    var second = item.replace("deich-17", "deich-18");
    var picture =
        "<newsItem guid='urn:bild'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem>";
    var message = SAMPLES.text().replace("</itemSet>", second + picture + "</itemSet>");

    var several = (Reading.Several) SAMPLES.read(message);

    assertThat(several.members())
        .extracting(Reading.Member::name)
        .containsExactly(
            "urn:newsml:wellenbote.example:20261120:deich-17",
            "urn:newsml:wellenbote.example:20261120:deich-18");
    assertThat(several.members())
        .allSatisfy(member -> assertThat(member.reading()).isInstanceOf(Reading.Understood.class));
    assertThat(several.warnings())
        .containsExactly("picture urn:bild was left out: it belongs to no text of the message");
    assertThat(SAMPLES.read("<newsMessage><itemSet/></newsMessage>"))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void pictureAndFilmOfAMessageBelongToItsOnlyText() {
    var picture =
        """
        <newsItem guid='urn:bild'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta>
        <contentMeta><headline>Abend</headline><creditline>I. Wolke</creditline></contentMeta>
        <contentSet><remoteContent href='https://example.org/klein.jpg' width='100'/>
        <remoteContent href='https://example.org/abend.jpg' width='1600' height='900'/></contentSet>
        </newsItem>
        <newsItem guid='urn:film'><itemMeta><itemClass qcode='ninat:video'/></itemMeta>
        <contentSet><remoteContent href='https://example.org/flut.mp4'/></contentSet></newsItem>
        <newsItem guid='urn:ton'><itemMeta><itemClass qcode='ninat:audio'/></itemMeta>
        <contentSet><remoteContent residref='ton'/></contentSet></newsItem>
        """;
    var document =
        SAMPLES.document(
            SAMPLES
                .text()
                .replaceFirst("(?s)<figure.*</figure>", "")
                .replace("</itemSet>", picture + "</itemSet>"));
    var content = FormatSamples.content(document);

    assertThat(content.image())
        .isEqualTo(
            new Image(
                "https://example.org/abend.jpg", null, "Abend", "I. Wolke", 1600, 900, List.of()));
    assertThat(content.body())
        .endsWith(new Block.Embed(null, "https://example.org/flut.mp4", null));
    assertThat(document.warnings())
        .containsExactly(
            "audio urn:ton came with the text and was left out: it has no file on the web");
  }

  /** What may not be shown does not come along with what may. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pubStatus qcode='stat:canceled'/>",
        "<pubStatus qcode='stat:withheld'/>",
        "<embargoed>2026-11-20T12:00:01+01:00</embargoed>",
        "<embargoed/>"
      })
  void aPictureThatMayNotBeShownYetIsLeftOut(String held) {
    var picture =
        """
        <newsItem guid='urn:bild'><itemMeta><itemClass qcode='ninat:picture'/>%s</itemMeta>
        <contentSet><remoteContent href='https://example.org/geheim.jpg'/></contentSet></newsItem>
        """;
    var message = SAMPLES.text();

    var kept =
        SAMPLES.document(
            message.replace(
                "</itemSet>",
                picture.formatted("<embargoed>2026-11-20T12:00:00+01:00</embargoed>")
                    + "</itemSet>"));
    var left =
        SAMPLES.document(message.replace("</itemSet>", picture.formatted(held) + "</itemSet>"));

    assertThat(kept.instruction().toString()).contains("geheim.jpg");
    assertThat(left.instruction().toString()).doesNotContain("geheim.jpg");
    assertThat(left.warnings()).anyMatch(warning -> warning.contains("urn:bild"));
  }

  @Test
  void aPackageByItselfIsAnArticleAboutWhatItPointsTo() throws IOException {
    var text = Files.readString(Path.of("../../samples/newsml-g2/package.xml"));

    var document = SAMPLES.document(text);
    var content = FormatSamples.content(document);

    assertThat(document.guid()).isEqualTo("urn:newsml:wellenbote.example:20261120:paket-3");
    assertThat(content.headline()).isEqualTo("Die Sturmflut im Überblick");
    assertThat(content.lead()).isEqualTo("Was heute wichtig ist.");
    assertThat(content.image())
        .isEqualTo(
            new Image(
                "https://example.org/abend.jpg", null, "Der Abend", null, null, null, List.of()));
    assertThat(content.body())
        .containsExactly(
            new Block.Heading(2, "Am Deich"),
            new Block.ItemList(
                false,
                List.of(
                    "<a href=\"https://example.org/deich\">Der Deich hält</a>: Norderau atmet auf.",
                    "Die Nacht der Helfer")),
            new Block.Heading(2, "Bilder"),
            new Block.Embed("example.org", "https://example.org/flut.mp4", "Die Flutnacht"));
    assertThat(content.related())
        .extracting(Related::url)
        .containsExactly("https://example.org/deich");
    assertThat(document.extra())
        .containsEntry(
            "itemRef.residref",
            List.of(
                "urn:newsml:wellenbote.example:20261120:deich-17",
                "urn:newsml:wellenbote.example:20261120:helfer-2",
                "urn:newsml:wellenbote.example:20261120:bild-9",
                "urn:newsml:wellenbote.example:20261120:film-4",
                "urn:newsml:wellenbote.example:20261120:ton-1"))
        .containsEntry("itemRef.pubStatus", List.of("usable"));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void aPackageSaysWhichTextItsPicturesBelongTo() {
    var several =
        (Reading.Several)
            SAMPLES.read(
                message(
                    """
                    <packageItem guid='urn:paket'><groupSet root='g'><group id='g'><itemRef residref='urn:b'/>
                    <itemRef residref='urn:bild'/></group></groupSet></packageItem>
                    """
                        + text("a", "")
                        + text("b", "")
                        + text("c", "<link residref='urn:film'/>")
                        + other("bild", "picture")
                        + other("film", "video")
                        + other("allein", "video")
                        + other("rest", "graphic")));

    assertThat(several.members())
        .extracting(Reading.Member::name)
        .containsExactly("urn:a", "urn:b", "urn:c", "urn:allein");
    assertThat(said(several, 0)).doesNotContain("example.org");
    assertThat(said(several, 1)).contains("image=Image[url=https://example.org/bild");
    assertThat(said(several, 2)).contains("Embed", "https://example.org/film");
    assertThat(said(several, 3)).contains("SaveTeaser", "https://example.org/allein");
    assertThat(several.warnings())
        .containsExactly("graphic urn:rest was left out: it belongs to no text of the message");
  }

  @Test
  void aMessageOfFilmsIsSeveralTeasers() {
    var several =
        (Reading.Several) SAMPLES.read(message(other("eins", "video") + other("zwei", "video")));

    assertThat(several.members()).hasSize(2);
    assertThat(said(several, 0)).contains("SaveTeaser", "https://example.org/eins");
    assertThat(said(several, 1)).contains("SaveTeaser", "https://example.org/zwei");
    assertThat(SAMPLES.read(message(other("eins", "picture") + other("zwei", "audio"))))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo("unsupported-kind"));
  }

  @Test
  void groupsThatLeadToEachOtherEnd() {
    var document =
        SAMPLES.document(
            """
            <packageItem guid='urn:p'><contentMeta><headline>P</headline></contentMeta><groupSet root='a'>
            <group id='a'><groupRef idref='b'/><itemRef residref='urn:1'><title>T1</title></itemRef></group>
            <group id='b'><groupRef idref='a'/><itemRef residref='urn:2'><title>T2</title></itemRef></group>
            <group id='c'><itemRef residref='urn:3'><title>T3</title></itemRef></group></groupSet></packageItem>
            """);

    assertThat(FormatSamples.content(document).body().toString())
        .containsSubsequence("T2", "T1", "T3");
  }

  private static String said(Reading.Several several, int number) {
    return ((Reading.Understood) several.members().get(number).reading())
        .document()
        .instruction()
        .toString();
  }

  private static String message(String items) {
    return "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
        + items
        + "</itemSet></newsMessage>";
  }

  private static String text(String name, String meta) {
    return """
    <newsItem guid='urn:%s'><itemMeta><itemClass qcode='ninat:text'/>%s</itemMeta><contentMeta><headline>%s</headline></contentMeta>
    <contentSet><inlineData contenttype='text/plain'>Ein Satz.</inlineData></contentSet></newsItem>
    """
        .formatted(name, meta, name);
  }

  private static String other(String name, String kind) {
    return """
    <newsItem guid='urn:%s'><itemMeta><itemClass qcode='ninat:%s'/></itemMeta><contentMeta><headline>%s</headline></contentMeta>
    <contentSet><remoteContent href='https://example.org/%s' contenttype='video/mp4'/></contentSet></newsItem>
    """
        .formatted(name, kind, name, name);
  }

  /** Nobody could say when it may be shown. */
  @ParameterizedTest
  @ValueSource(strings = {"", "morgen", "2026-11-20T12:00:00"})
  void anEmbargoThatIsNoTimeRefusesTheItem(String embargo) {
    var said = SAMPLES.text().replace("2026-11-20T12:00:00+01:00", embargo);

    assertThat(SAMPLES.read(said))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("invalid");
              assertThat(refused.faults().getFirst().place())
                  .isInstanceOfSatisfying(
                      Place.LineColumn.class, place -> assertThat(place.line()).isEqualTo(15));
            });
  }

  @Test
  void itIsToldFromNitf() {
    assertThat(SAMPLES.knownAs()).isEqualTo("newsml-g2");
  }

  @Test
  void brokenSamplesNeverThrow() {
    SAMPLES.assertNoneThrows(23);
  }
}
