package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.LiveblogTeaser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadContentTest {
  private final ArticleJson json = new ArticleJson();

  @Test
  void everyFieldIsRead() {
    var read =
        Samples.read(
            Samples.ARTICLE.replaceFirst(
                "\\{",
                "{\"guid\": \"g-1\", \"version\": 7,"
                    + "\"publishAt\": \"2026-03-15T06:00:00+01:00\","));

    assertThat(read.guid()).isEqualTo("g-1");
    assertThat(read.version()).isEqualTo(7);
    assertThat(read.publishAt()).isEqualTo(Instant.parse("2026-03-15T05:00:00Z"));
    assertThat(read.content()).hasNoNullFieldsOrProperties();
    assertThat(read.content().body())
        .hasSize(11)
        .contains(new Block.VideoTeaser(new TeaserId(Samples.TEASER_ID)), new Block.Divider());
    assertThat(read.content().corrections().getFirst().at())
        .isEqualTo(Instant.parse("2026-03-14T10:00:00Z"));
  }

  @Test
  void aHeadlineIsEnough() {
    var content = Samples.read("{\"headline\": \"Kurz\"}").content();

    assertThat(content).isEqualTo(ArticleContent.titled("Kurz"));
  }

  @Test
  void everyWrongTypeIsNamedAtOnce() {
    var faults =
        invalid(
            """
            {"slug": 1, "kicker": [], "headline": {}, "lead": true, "language": 5, "section": 6,
             "topics": "Sturm", "authors": [1, {"name": 2, "role": []}], "sources": [[]],
             "image": "x.jpg", "body": [
               7,
               {"type": "paragraph", "html": 1},
               {"type": "heading", "level": "2", "text": []},
               {"type": "quote", "text": 1, "speaker": 2, "role": 3},
               {"type": "image", "url": 1, "alt": 2, "caption": 3, "credit": 4, "width": "5",
                "height": 6.5, "renditions": [{"url": 7, "width": {}, "height": true}]},
               {"type": "videoTeaser", "teaser": []},
               {"type": "videoTeaser", "teaser": {"id": 1}},
               {"type": "videoTeaser", "teaser": {"title": 1, "duration": []}},
               {"type": "liveblogTeaser", "liveblog": "x"},
               {"type": "list", "ordered": "yes", "items": [1]},
               {"type": "table", "header": [1], "rows": [[2], 3]},
               {"type": "embed", "provider": 1, "url": 2, "title": 3},
               {"type": "infobox", "title": 1, "body": {}},
               {"type": 1},
               {"type": "poll"}
             ],
             "related": [{"rel": 1, "url": 2, "id": "01JQ8Z00000000000000000A02", "title": 4}],
             "corrections": [{"at": 1, "text": 2}], "breaking": "true", "urgency": "3",
             "expiresAt": 4, "canonicalUrl": 5, "publishAt": 6, "guid": 7, "version": "8"}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/slug",
            "/kicker",
            "/headline",
            "/lead",
            "/language",
            "/section",
            "/topics",
            "/authors/0",
            "/authors/1/name",
            "/authors/1/role",
            "/sources/0",
            "/image",
            "/body/0",
            "/body/1/html",
            "/body/2/level",
            "/body/2/text",
            "/body/3/text",
            "/body/3/speaker",
            "/body/3/role",
            "/body/4/url",
            "/body/4/alt",
            "/body/4/caption",
            "/body/4/credit",
            "/body/4/width",
            "/body/4/height",
            "/body/4/renditions/0/url",
            "/body/4/renditions/0/width",
            "/body/4/renditions/0/height",
            "/body/5/teaser",
            "/body/6/teaser/id",
            "/body/7/teaser/title",
            "/body/7/teaser/duration",
            "/body/8/liveblog",
            "/body/9/ordered",
            "/body/9/items/0",
            "/body/10/header/0",
            "/body/10/rows/0/0",
            "/body/10/rows/1",
            "/body/11/provider",
            "/body/11/url",
            "/body/11/title",
            "/body/12/title",
            "/body/12/body",
            "/body/13/type",
            "/body/14/type",
            "/related/0",
            "/related/0/rel",
            "/related/0/url",
            "/related/0/title",
            "/corrections/0/at",
            "/corrections/0/text",
            "/breaking",
            "/urgency",
            "/expiresAt",
            "/canonicalUrl",
            "/publishAt",
            "/guid",
            "/version");
  }

  @Test
  void whatIsMissingIsNamed() {
    var faults =
        invalid(
            """
            {"authors": [{}], "image": {"renditions": [{}]}, "corrections": [{}], "related": [{}],
             "body": [{"type": "paragraph"}, {"type": "heading"}, {"type": "quote"},
               {"type": "image"}, {"type": "videoTeaser"}, {"type": "videoTeaser", "teaser": {}},
               {"type": "liveblogTeaser"}, {"type": "liveblogTeaser", "liveblog": {}},
               {"type": "list"}, {"type": "embed"}, {}]}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/headline",
            "/authors/0/name",
            "/image/url",
            "/image/renditions/0/url",
            "/corrections/0/text",
            "/related/0",
            "/body/0/html",
            "/body/1/level",
            "/body/1/text",
            "/body/2/text",
            "/body/3/url",
            "/body/4/teaser",
            "/body/5/teaser/title",
            "/body/6/liveblog",
            "/body/7/liveblog",
            "/body/8/items",
            "/body/9/url",
            "/body/10/type");
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    var faults =
        invalid(
            """
            {"headline": " ", "slug": "Groß", "language": "de_DE", "urgency": 10,
             "expiresAt": "2026-03-14T10:00:00", "version": -1, "guid": "",
             "topics": ["1","2","3","4","5","6","7","8","9","10","11","12","13"],
             "image": {"url": "/a", "width": 99999999999, "height": 1e400},
             "body": [{"type": "heading", "level": 7, "text": "x"},
               {"type": "videoTeaser", "teaser": {"id": "abc"}},
               {"type": "videoTeaser", "teaser": {"title": "t", "durationMs": 999999999999,
                 "date": "14.3.2026", "countries": {"allow": ["Deutschland"]}}},
               {"type": "infobox", "body": [{"type": "heading", "level": 0, "text": "x"}]}]}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/headline",
            "/slug",
            "/language",
            "/urgency",
            "/expiresAt",
            "/version",
            "/guid",
            "/topics/12",
            "/image/width",
            "/image/height",
            "/body/0/level",
            "/body/1/teaser/id",
            "/body/2/teaser/durationMs",
            "/body/2/teaser/date",
            "/body/2/teaser/countries/allow/0",
            "/body/3/body/0/level");
  }

  @Test
  void unknownFieldsAreNamedWhereTheyStand() {
    var faults =
        invalid(
            """
            {"headline": "x", "titel": "x", "a/b~c": 1, "image": {"url": "/a", "src": "/b"},
             "authors": [{"name": "A", "mail": "a@example.org"}],
             "body": [{"type": "divider", "text": "x"},
               {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01", "foo": 1}},
               {"type": "liveblogTeaser", "liveblog": {"slug": "wahl", "bar": 1}}]}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/titel",
            "/a~1b~0c",
            "/image/src",
            "/authors/0/mail",
            "/body/0/text",
            "/body/1/teaser/foo",
            "/body/2/liveblog/bar");
  }

  @Test
  void nullIsAFaultEvenWhereAFieldMayBeLeftOut() {
    var faults =
        invalid("{\"headline\": \"x\", \"kicker\": null, \"topics\": [null], \"body\": [null]}");

    assertThat(pointers(faults)).containsExactly("/kicker", "/topics/0", "/body/0");
    assertThat(faults).allMatch(fault -> fault.detail().contains("null"));
  }

  @Test
  void aReplacementHasNoGuidAndNoVersion() {
    var body = Bytes.utf8("{\"headline\": \"x\", \"guid\": \"g\", \"version\": 1}");

    assertThat(json.readContent(body, BodyKind.CREATION)).isInstanceOf(ContentReading.Read.class);
    assertThat(json.readContent(body, BodyKind.REPLACEMENT))
        .isInstanceOfSatisfying(
            ContentReading.Refused.class,
            refused -> assertThat(pointers(refused.faults())).containsExactly("/guid", "/version"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "revision",
        "liveRevision",
        "status",
        "origin",
        "firstPublishedAt",
        "publishedAt",
        "updatedAt",
        "wordCount",
        "readingTime"
      })
  void readOnlyFieldsAreTakenAndIgnored(String field) {
    var read =
        Samples.read(
            "{\"headline\": \"x\", \"%s\": {\"what\": [\"ever\", null]}}".formatted(field));

    assertThat(read.content()).isEqualTo(Samples.read("{\"headline\": \"x\"}").content());
  }

  @Test
  void aTeaserWithAnIdIsKnownByIt() {
    var content =
        Samples.read(
                """
                {"headline": "x", "body": [
                  {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01", "title": "T",
                   "status": "published", "revision": 2, "durationMs": 25000, "publishAt": "x"}},
                  {"type": "videoTeaser", "teaser": {"caption": "C", "durationMs": 25000,
                   "status": "draft"}},
                  {"type": "liveblogTeaser", "liveblog": {"slug": "wahl", "status": "live"}}]}
                """)
            .content();

    assertThat(content.body().getFirst())
        .isEqualTo(new Block.VideoTeaser(new TeaserId(Samples.TEASER_ID)));
    assertThat(content.body().get(1))
        .isInstanceOfSatisfying(
            Block.NewVideoTeaser.class,
            block -> assertThat(block.teaser().duration()).isEqualTo(Duration.ofSeconds(25)));
    assertThat(content.body().getLast())
        .isEqualTo(
            new Block.LiveblogHint(new LiveblogTeaser(null, "wahl", null, null, null, null)));
  }

  @Test
  void htmlIsSanitisedAndTextIsNot() {
    var content =
        Samples.read(
                """
                {"headline": "a <b>&amp;", "body": [
                  {"type": "paragraph", "html": "<p onclick='x()'>a <b>b</b><script>c</script></p>"},
                  {"type": "list", "items": ["<u>d</u>"]},
                  {"type": "table", "header": ["<e>"], "rows": [["<i>f</i>"]]}]}
                """)
            .content();

    assertThat(content.headline()).isEqualTo("a <b>&amp;");
    assertThat(content.body())
        .containsExactly(
            new Block.Paragraph("a <strong>b</strong>"),
            new Block.ItemList(false, List.of("d")),
            new Block.Table(List.of("<e>"), List.of(List.of("<em>f</em>"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                              | 1 | 1
          `[]`                            | 1 | 1
          ` "x"`                          | 1 | 2
          `null`                          | 1 | 1
          `{"headline": "x",}`            | 1 | 18
          `{"headline": "x"} {}`          | 1 | 19
          `{"headline": "x", "headline": "y"}` | 1 | 29
          `{"headline": x}`               | 1 | 14
          `{"headline": "x`               | 1 | 16
          `{'headline': "x"}`             | 1 | 2
          `{"a": 01}`                     | 1 | 8
          `{"a": NaN}`                    | 1 | 10
          """)
  void whatIsNoJsonObjectIsRefusedWithItsPlace(String body, int line, int column) {
    assertThat(malformed(Bytes.utf8(body == null ? "" : body)).place())
        .isEqualTo(new Place.LineColumn(line, column));
  }

  @Test
  void theLineIsCountedToo() {
    assertThat(malformed(Bytes.utf8("{\n\"headline\": \"ü\",\n \"b\" 1}")).place())
        .isEqualTo(new Place.LineColumn(3, 6));
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWhereTheyStand() {
    var latin1 = Bytes.of("{\"headline\":\n\"\u00FC\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(malformed(latin1).place()).isEqualTo(new Place.LineColumn(2, 2));
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    assertThat(Samples.read("\uFEFF{\"headline\": \"x\"}").content().headline()).isEqualTo("x");
  }

  @Test
  void hostileDepthAndNumbersAreRefused() {
    malformed(Bytes.utf8("{\"body\": " + "[".repeat(100_000)));
    malformed(Bytes.utf8("{\"a\":".repeat(100_000)));
    malformed(Bytes.utf8("{\"urgency\": " + "9".repeat(100_000) + "}"));
    assertThat(pointers(invalid("{\"headline\": \"x\", \"urgency\": 1e999999999}")))
        .containsExactly("/urgency");
  }

  @Test
  void moreValuesThanAnyArticleHasAreRefused() {
    malformed(Bytes.utf8("{\"body\": [" + "1,".repeat(1_000_000) + "1]}"));
  }

  @Test
  void loneSurrogatesAndControlCharactersAreFaults() {
    var faults =
        invalid(
            """
            {"headline": "a\\ud83d", "kicker": "\\u0000", "topics": ["\\udc00\\ud800"],
             "body": [{"type": "paragraph", "html": "<b>\\u0001</b>"},
               {"type": "paragraph", "html": "&#1;"}]}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/headline", "/kicker", "/topics/0", "/body/0/html", "/body/1/html");
  }

  @Test
  void aLoneSurrogateInANameIsNoJson() {
    malformed(Bytes.utf8("{\"headline\": \"x\", \"\\ud800\": 1}"));
  }

  @Test
  void aFloodOfFaultsIsCutShort() {
    var many = new StringBuilder("{\"headline\": \"x\"");
    for (int i = 0; i < 2_000; i++) many.append(", \"f").append(i).append("\": 1");

    var faults = invalid(many + "}");

    assertThat(faults).hasSize(501);
    assertThat(faults.getLast().detail()).isEqualTo("and 1500 more faults");
  }

  @Test
  void aBlankTextIsAsGoodAsNone() {
    assertThat(
            Samples.read("{\"headline\": \"x\", \"kicker\": \"\", \"section\": \" \"}").content())
        .isEqualTo(Samples.read("{\"headline\": \"x\"}").content());
  }

  private List<Fault> invalid(String body) {
    return refused(Bytes.utf8(body), "invalid");
  }

  private Fault malformed(Bytes body) {
    var faults = refused(body, "malformed");
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().detail()).isNotBlank().hasSizeLessThan(250);
    return faults.getFirst();
  }

  private List<Fault> refused(Bytes body, String problem) {
    return switch (json.readContent(body, BodyKind.CREATION)) {
      case ContentReading.Refused refused -> {
        assertThat(refused.problem()).as("%s", refused).isEqualTo(problem);
        yield refused.faults();
      }
      case ContentReading.Read read -> throw new AssertionError(read);
    };
  }
}
