package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
  private final JsonFormat format = new JsonFormat();

  @Test
  void anArticleMaySayItsGuidVersionAndTime() {
    var json =
        """
        {"headline": "x", "guid": "urn:1", "version": 0, "publishAt": "2026-03-14T10:00:00Z"}
        """;

    assertThat(read(json))
        .isEqualTo(
            new Reading.Understood(
                "json",
                new IncomingDocument(
                    "urn:1",
                    0L,
                    Instant.parse("2026-03-14T10:00:00Z"),
                    new Instruction.Save(Samples.read("{\"headline\": \"x\"}").content()),
                    List.of())));
  }

  @Test
  void anOrderToWithdrawSaysWhy() {
    var json =
        """
        {"withdraw": {"reason": "Quelle zieht zurück"}, "guid": "urn:1", "version": 8,
         "status": "published", "id": "x"}
        """;

    assertThat(read(json))
        .isEqualTo(
            new Reading.Understood(
                "json",
                new IncomingDocument(
                    "urn:1", 8L, null, new Instruction.Kill("Quelle zieht zurück"), List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"withdraw": {}}                                     | /withdraw/reason
          {"withdraw": {"reason": " "}}                        | /withdraw/reason
          {"withdraw": {"reason": 1}}                          | /withdraw/reason
          {"withdraw": {"reason": null}}                       | /withdraw/reason
          {"withdraw": {"reason": "a\\u0000"}}                 | /withdraw/reason
          {"withdraw": "weil"}                                 | /withdraw
          {"withdraw": null}                                   | /withdraw
          {"withdraw": {"reason": "x", "by": "y"}}             | /withdraw/by
          {"withdraw": {"reason": "x"}, "headline": "y"}       | /headline
          {"withdraw": {"reason": "x"}, "body": []}            | /body
          {"withdraw": {"reason": "x"}, "version": -1}         | /version
          {"withdraw": {"reason": "x"}, "guid": ""}            | /guid
          """)
  void whatIsWrongWithAnOrderToWithdrawIsNamed(String json, String pointer) {
    assertThat(read(json))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("invalid");
              assertThat(pointers(refused.faults())).containsExactly(pointer);
            });
  }

  @Test
  void aReasonHasAtMostFiveHundredCharacters() {
    assertThat(read("{\"withdraw\": {\"reason\": \"" + "ü".repeat(500) + "\"}}"))
        .isInstanceOf(Reading.Understood.class);
    assertThat(read("{\"withdraw\": {\"reason\": \"" + "ü".repeat(501) + "\"}}"))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void brokenJsonIsMalformed() {
    assertThat(read("{\"headline\": "))
        .isInstanceOfSatisfying(
            Reading.Refused.class, refused -> assertThat(refused.problem()).isEqualTo("malformed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " \n{ \"a\": 1}", "\uFEFF{\"a\"", "{\r\n  \"headline\""})
  void anObjectLooksLikeJson(String text) {
    assertThat(format.looksLike(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{ein Text in Klammern}", "Titel\n{\"a\": 1}", "\"a\""})
  void otherTextsDoNot(String text) {
    assertThat(format.looksLike(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private Reading read(String json) {
    return format.read(new Source(Bytes.utf8(json), "a.json", null, Map.of()));
  }
}
