package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ResponseJsonTest {
  private static String written(Response response) {
    return Json.bytes(json -> ResponseJson.write(response, json)).text();
  }

  @Test
  void textGoesOutAsText() {
    var response = Response.json(200, Bytes.utf8("{\"a\":\"Föhr\"}")).with("ETag", "\"v1\"");

    assertThat(written(response))
        .isEqualTo(
            """
            {"statusCode":200,"headers":{"Content-Type":"application/json","ETag":"\\"v1\\""},\
            "body":"{\\"a\\":\\"Föhr\\"}","isBase64Encoded":false}\
            """);
  }

  @Test
  void bytesGoOutAsBase64() {
    var response = Response.of(200).withBinary("image/png", Bytes.of(new byte[] {-1, 0, 1}));

    assertThat(written(response))
        .isEqualTo(
            """
            {"statusCode":200,"headers":{"Content-Type":"image/png"},\
            "body":"/wAB","isBase64Encoded":true}\
            """);
  }

  @Test
  void whatIsWrittenCanBeRead() throws IOException {
    var text = Response.json(201, Bytes.utf8("{\"a\":\"Föhr \\u0000\"}")).with("Location", "/x");
    var binary = Response.of(200).withBinary("image/png", Bytes.of(new byte[] {-1, 0, 1}));
    var empty = Response.of(204);

    for (var response : new Response[] {text, binary, empty}) {
      var json = written(response).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(ResponseJson.read(new ByteArrayInputStream(json))).isEqualTo(response);
      assertThat(KeptResponse.read(KeptResponse.bytes(response))).isEqualTo(response);
    }
  }

  @Test
  void headerReplacesOneOfItsNameWhateverTheCase() {
    var response = Response.of(200).with("Cache-Control", "max-age=10").with("cache-control", "x");

    assertThat(response.headers()).hasSize(1).containsEntry("cache-control", "x");
    assertThat(response.header("CACHE-CONTROL")).contains("x");
  }
}
