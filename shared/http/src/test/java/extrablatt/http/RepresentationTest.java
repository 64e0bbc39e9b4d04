package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepresentationTest {
  private static final Request GET = Request.of("GET /x", "/x");
  private static final Bytes TEXT = Bytes.utf8("{\"headline\":\"Fähre fällt aus\"}");

  private final Representation document =
      Representation.stored("application/json", Gzip.compressed(TEXT), "hash");

  private Response answer(Request request) {
    return document.answer(request, CacheControl.DOCUMENT, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                        | true
          GZIP                        | true
          x-gzip                      | true
          gzip, deflate, br           | true
          br;q=1.0, gzip;q=0.8, *;q=0.1 | true
          gzip;q=0.001                | true
          gzip ; q=0.5                | true
          *                           | true
          *;q=0.5                     | true
          identity;q=0                | true
          identity;q=0.5, gzip;q=0.5  | true
          identity;q=0.5, *           | true
          *;q=0, gzip                 | true
          ''                          | false
          identity                    | false
          br                          | false
          gzip;q=0                    | false
          gzip;q=0.000                | false
          gzip;q=0, *                 | false
          *;q=0                       | false
          identity, *;q=0             | false
          gzip;q=0.4, identity;q=0.5  | false
          gzip;q=0.5, identity        | false
          gzip;q=x                    | false
          gzip;q=2                    | false
          gzip;q=-1                   | false
          gzip;q=0, identity;q=0      | false
          """)
  void gzipGoesOutWhereItIsWantedNoLessThanPlain(String accepted, boolean compressed) {
    var response = answer(GET.withHeader("Accept-Encoding", accepted));

    assertThat(response.header("Content-Encoding").isPresent()).isEqualTo(compressed);
    assertThat(response.binary()).isEqualTo(compressed);
    assertThat(compressed ? Gzip.decompressed(response.body()) : response.body()).isEqualTo(TEXT);
    assertThat(response.header("ETag")).contains(compressed ? "\"hash-gzip\"" : "\"hash\"");
    assertThat(response.header("Vary")).contains("Accept-Encoding");
  }

  @Test
  void storedBytesGoOutAsTheyAre() {
    var gzip = Gzip.compressed(TEXT);
    var stored = Representation.stored("application/json", gzip, "hash");

    var response =
        stored.answer(GET.withHeader("Accept-Encoding", "gzip"), CacheControl.DOCUMENT, List.of());

    assertThat(response.body()).isSameAs(gzip);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hash\"",
        "\"hash-gzip\"",
        "W/\"hash\"",
        "W/\"hash-gzip\"",
        "\"x\", \"hash\"",
        "*"
      })
  void whoHasItInEitherCodingIsNotSentItAgain(String known) {
    var response = answer(GET.withHeader("If-None-Match", known));

    assertThat(response)
        .isEqualTo(
            Response.of(304)
                .with("ETag", "\"hash\"")
                .with("Cache-Control", "max-age=10, stale-while-revalidate=30")
                .with("Vary", "Accept-Encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"other\"", "\"hash-br\"", "\"has\", \"h\"", "\"\""})
  void whoHasAnotherVersionIsSentThisOne(String known) {
    assertThat(answer(GET.withHeader("If-None-Match", known)).status()).isEqualTo(200);
  }

  @Test
  void garbageInsteadOfATagIsRefused() {
    assertThatThrownBy(() -> answer(GET.withHeader("If-None-Match", "hash")))
        .hasMessageStartingWith("If-None-Match holds no list of entity tags");
  }

  @Test
  void whatItDependsOnBesidesIsNamed() {
    var response = document.answer(GET, CacheControl.DOCUMENT, List.of("X-Country"));

    assertThat(response.header("Vary")).contains("Accept-Encoding, X-Country");
  }

  @Test
  void whatWasJustMadeIsTaggedByItsHash() {
    var made = Representation.made("application/json", TEXT);

    var plain = made.answer(GET, CacheControl.DOCUMENT, List.of());

    assertThat(plain.header("ETag")).contains("\"" + TEXT.hash() + "\"");
    assertThat(plain.header("Content-Type")).contains("application/json");
  }
}
