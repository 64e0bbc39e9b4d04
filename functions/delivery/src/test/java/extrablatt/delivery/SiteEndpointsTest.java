package extrablatt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.http.Gzip;
import extrablatt.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteEndpointsTest {
  private final Shop shop = new Shop();

  private Response get(String path, String... headers) {
    return shop.get(path, path, "", headers);
  }

  @Test
  void healthIsAskedAnewEachTime() {
    assertThat(get("/health"))
        .isEqualTo(
            Response.json(200, Bytes.utf8("{\"status\":\"ok\"}"))
                .with("Cache-Control", "no-store"));
  }

  @Test
  void contractIsServed() {
    var plain = get("/openapi.json");
    var compressed = get("/openapi.json", "Accept-Encoding", "gzip");

    assertThat(plain.header("Content-Type")).contains("application/json");
    assertThat(plain.body().text()).startsWith("{\"openapi\":\"3.1");
    assertThat(Gzip.decompressed(compressed.body())).isEqualTo(plain.body());
    assertThat(compressed.header("ETag")).isNotEqualTo(plain.header("ETag"));
    assertThat(get("/openapi.json", "If-None-Match", plain.header("ETag").orElseThrow()).status())
        .isEqualTo(304);
  }

  @Test
  void docsNeedNothingFromElsewhere() {
    var page = get("/docs");

    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(page.body().text())
        .contains("/openapi.json")
        .doesNotContain("http://", "https://", "src=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/openapi.json", "/docs"})
  void unknownParameterIsRefused(String path) {
    assertThat(shop.get(path, path, "x=1").status()).isEqualTo(400);
  }
}
