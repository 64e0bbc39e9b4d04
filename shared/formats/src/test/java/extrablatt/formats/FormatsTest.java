package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.json.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final String HEADLINE = "{\"headline\": \"Aus JSON\"}";

  private final Formats formats = new Formats(List.of(new JsonFormat(), new Lines()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          application/json                  | a.txt   | lines | json
          Application/JSON; charset=utf-8   | -       | lines | json
          text/plain                        | a.json  | json  | lines
          -                                 | a.json  | lines | json
          -                                 | A.JSON  | lines | json
          -                                 | a.txt   | json  | lines
          application/octet-stream          | a.txt   | json  | lines
          binary/octet-stream               | a.json  | lines | json
          application/x-www-form-urlencoded | a.json  | lines | json
          Application/Octet-Stream; x=y     | a.json  | lines | json
          unsinn                            | a.json  | lines | json
          -                                 | a.dat   | json  | json
          -                                 | a.dat   | lines | lines
          -                                 | a       | json  | json
          -                                 | -       | lines | lines
          """)
  void aFormatIsFoundByTypeThenNameThenContent(
      @Nullable String type, @Nullable String name, String content, String format) {
    var text = content.equals("json") ? HEADLINE : "Aus Zeilen";

    assertThat(read(text, name == null ? "" : name, type).format()).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/pdf", "text/xml; charset=utf-8"})
  void aDeclaredTypeThatIsNotOursIsRefused(String type) {
    var refused = refused(read(HEADLINE, "a.json", type));

    assertThat(refused.format()).isEqualTo("unknown");
    assertThat(refused.problem()).isEqualTo("unsupported-type");
    assertThat(refused.faults().getFirst().detail())
        .contains("json (application/json)", "lines (text/plain)");
  }

  @Test
  void whatLooksLikeNothingIsRefused() {
    var refused = refused(read("\u0000\u0001", "a.bin", null));

    assertThat(refused.problem()).isEqualTo("unsupported-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t", "\uFEFF", "\uFEFF \n"})
  void anEmptyDocumentIsRefused(String nothing) {
    var refused = refused(read(nothing, "a.json", null));

    assertThat(refused.format()).isEqualTo("json");
    assertThat(refused.problem()).isEqualTo("malformed");
    assertThat(refused.faults()).containsExactly(Fault.at(1, 1, "the document is empty"));
  }

  @Test
  void metadataCountOverTheDocument() {
    var json =
        """
        {"headline": "x", "guid": "innen", "version": 1, "language": "en", "section": "innen",
         "topics": ["innen"], "publishAt": "2026-01-01T00:00:00Z"}
        """;
    var metadata =
        Map.of(
            "guid", "außen",
            "version", "2",
            "language", "de-CH",
            "section", "=?UTF-8?B?S8O8c3Rl?=",
            "topics", "Sturm, Küste ,Sturm",
            "publish-at", "2026-03-14T10:00:00+01:00",
            "s3cmd-attrs", "whatever");

    var document = understood(read(json, metadata));

    assertThat(document.guid()).isEqualTo("außen");
    assertThat(document.version()).isEqualTo(2);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-03-14T09:00:00Z"));
    assertThat(content(document))
        .isEqualTo(
            ArticleContent.titled("x")
                .withLanguage("de-CH")
                .withSection("Küste")
                .withTopics(List.of("Sturm", "Küste")));
  }

  @Test
  void withoutMetadataTheDocumentCounts() {
    var document = understood(read("{\"headline\": \"x\", \"guid\": \"innen\"}", Map.of()));

    assertThat(document.guid()).isEqualTo("innen");
    assertThat(document.version()).isNull();
  }

  @Test
  void allBadMetadataAreNamedAtOnceWithTheFaultsOfTheDocument() {
    var metadata =
        Map.of(
            "guid", " ",
            "version", "1.5",
            "language", "de_DE",
            "section", "x".repeat(201),
            "topics", "1,2,,3",
            "publish-at", "2026-03-14T10:00:00");

    var refused = refused(read("{\"headline\": 1}", metadata));

    assertThat(refused.problem()).isEqualTo("invalid");
    assertThat(pointers(refused))
        .containsExactlyInAnyOrder(
            "/headline",
            "/metadata/guid",
            "/metadata/version",
            "/metadata/language",
            "/metadata/section",
            "/metadata/topics",
            "/metadata/publish-at");
    assertThat(pointers(refused(read(HEADLINE, metadata)))).hasSize(6);
  }

  @Test
  void tooManyTopicsInTheMetadataAreAFault() {
    var refused = refused(read(HEADLINE, Map.of("topics", "1,2,3,4,5,6,7,8,9,10,11,12,13")));

    assertThat(pointers(refused)).containsExactly("/metadata/topics");
  }

  @Test
  void everyFormatObeysTheRulesOfArticles() {
    var refused = refused(read("x\n".repeat(502), "a.txt", null));

    assertThat(refused.problem()).isEqualTo("invalid");
    assertThat(pointers(refused)).containsExactly("/body/500");
  }

  @Test
  void anOrderToWithdrawTakesGuidAndVersionFromTheMetadata() {
    var document =
        understood(
            read("{\"withdraw\": {\"reason\": \"Fehler\"}}", Map.of("guid", "g", "version", "3")));

    assertThat(document.instruction()).isEqualTo(new Instruction.Kill("Fehler"));
    assertThat(document.guid()).isEqualTo("g");
    assertThat(document.version()).isEqualTo(3);
  }

  private Reading read(String text, String name, @Nullable String type) {
    return formats.read(new Source(Bytes.utf8(text), name, type, Map.of()));
  }

  private Reading read(String json, Map<String, String> metadata) {
    return formats.read(new Source(Bytes.utf8(json), "a.json", null, metadata));
  }

  private static IncomingDocument understood(Reading reading) {
    return switch (reading) {
      case Reading.Understood understood -> understood.document();
      case Reading.Refused refused -> throw new AssertionError(refused);
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  private static Reading.Refused refused(Reading reading) {
    return switch (reading) {
      case Reading.Understood understood -> throw new AssertionError(understood);
      case Reading.Several several -> throw new AssertionError(several);
      case Reading.Refused refused -> refused;
    };
  }

  private static ArticleContent content(IncomingDocument document) {
    return switch (document.instruction()) {
      case Instruction.Save(var content) -> content;
      case Instruction other -> throw new AssertionError(other);
    };
  }

  private static List<String> pointers(Reading.Refused refused) {
    return refused.faults().stream()
        .map(fault -> ((Place.Pointer) fault.place()).pointer())
        .toList();
  }

  /** A format of the simplest kind: the first line is the headline, the others are dividers. */
  private static final class Lines implements DocumentFormat {
    @Override
    public String name() {
      return "lines";
    }

    @Override
    public Set<String> mediaTypes() {
      return Set.of("text/plain");
    }

    @Override
    public Set<String> extensions() {
      return Set.of("txt");
    }

    @Override
    public boolean looksLike(byte[] bytes) {
      return bytes.length > 0 && bytes[0] != 0;
    }

    @Override
    public Reading read(Source source) {
      var lines = new String(source.bytes().array(), StandardCharsets.UTF_8).split("\n", -1);
      var body = Collections.<Block>nCopies(lines.length - 1, new Block.Divider());
      var article = ArticleContent.titled(Arrays.asList(lines).getFirst()).withBody(body);
      return new Reading.Understood(
          name(), new IncomingDocument(null, null, null, new Instruction.Save(article), List.of()));
    }
  }
}
