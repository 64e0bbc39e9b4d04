package extrablatt.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFilesTest {
  @TempDir Path folder;
  private GatewayFixture gateway;

  @BeforeEach
  void start() throws Exception {
    var clients = Files.createDirectories(folder.resolve("clients"));
    Files.writeString(clients.resolve("demo.html"), "<p>demo</p>");
    Files.writeString(clients.resolve("liveblog.js"), "export {};");
    Files.writeString(clients.resolve("routed.js"), "file");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(clients.resolve("link.txt"), folder.resolve("secret.txt"));
    gateway = GatewayFixture.serving("GET /clients/routed.js F", clients);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/clients/demo.html, text/html; charset=utf-8, <p>demo</p>",
    "/clients/liveblog.js, text/javascript; charset=utf-8, export {};"
  })
  void aFileIsServedWithItsType(String path, String type, String text) throws Exception {
    var got = gateway.send("GET", path);
    var head = gateway.send("HEAD", path);

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("content-type")).hasValue(type);
    assertThat(got.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clients/none.js",
        "/clients/",
        "/clients/../secret.txt",
        "/clients/..%2Fsecret.txt",
        "/clients/%2e%2e/secret.txt",
        "/clients/link.txt",
        "/clients/%00",
        "/clients//etc/passwd"
      })
  void whatIsNotAFileOfTheFolderIsNotFound(String path) throws Exception {
    assertThat(gateway.send("GET", path).statusCode()).isEqualTo(404);
  }

  @Test
  void filesAreOnlyRead() throws Exception {
    assertThat(gateway.send("POST", "/clients/demo.html").statusCode()).isEqualTo(404);
  }

  @Test
  void aRouteOfTheTemplateWins() throws Exception {
    gateway.answers("{\"statusCode\": 200, \"body\": \"function\"}");

    var got = gateway.send("GET", "/clients/routed.js");

    assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo("function");
  }
}
