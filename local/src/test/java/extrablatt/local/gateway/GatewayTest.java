package extrablatt.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.template.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final GatewayFixture gateway =
      GatewayFixture.serving(
          """
          get /articles Delivery
          head /articles Delivery
          get /articles/{idOrSlug} Delivery
          get /articles/changes Changes
          post /articles Desk
          any /files/{proxy+} Files
          put /files/{one} Single
          """);

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /articles, GET /articles",
    "HEAD, /articles, HEAD /articles",
    "POST, /articles, POST /articles",
    "GET, /articles/abc, GET /articles/{idOrSlug}",
    "GET, /articles/changes, GET /articles/changes",
    "GET, /articles/%63hanges, GET /articles/changes",
    "GET, /files/a/b/c, ANY /files/{proxy+}",
    "PUT, /files/a, PUT /files/{one}",
    "PUT, /files/a/b, ANY /files/{proxy+}",
    "PATCH, /files/a, ANY /files/{proxy+}",
  })
  void theMostSpecificRouteTakesTheRequest(String method, String path, String routeKey)
      throws Exception {
    gateway.send(method, path);

    assertThat(gateway.lastEvent().get("routeKey").asText()).isEqualTo(routeKey);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /nowhere",
    "GET, /articles/",
    "GET, /articles/a/b",
    "HEAD, /articles/abc",
    "DELETE, /articles",
    "OPTIONS, /articles",
    "GET, /files/",
    "GET, /files"
  })
  void whatNoRouteTakesIsNotFound(String method, String path) throws Exception {
    var response = gateway.send(method, path);

    assertThat(response.statusCode()).isEqualTo(404);
    if (!method.equals("HEAD")) {
      assertThat(response.body()).asString().isEqualTo("{\"message\":\"Not Found\"}");
    }
  }

  @Test
  void theDefaultRouteTakesWhatIsLeft() throws Exception {
    try (var withDefault = GatewayFixture.serving("get /a A\nany $default Rest")) {
      withDefault.send("DELETE", "/b/c");

      assertThat(withDefault.lastEvent().get("routeKey").asText()).isEqualTo("$default");
      assertThat(withDefault.lastEvent().has("pathParameters")).isFalse();
    }
  }

  @Test
  void pathParametersComeDecoded() throws Exception {
    gateway.send("GET", "/articles/gr%C3%BC%C3%9Fe+a%2Fb%20c");

    assertThat(gateway.lastEvent().get("pathParameters").get("idOrSlug").asText())
        .isEqualTo("grüße+a/b c");
  }

  @Test
  void queryParametersComeDecodedAndJoined() throws Exception {
    gateway.send("GET", "/articles?section=Kultur+%26%20Medien&limit=5&limit=6&flag");

    assertThat(gateway.lastEvent().get("rawQueryString").asText())
        .isEqualTo("section=Kultur+%26%20Medien&limit=5&limit=6&flag");
    assertThat(gateway.lastEvent().get("queryStringParameters").toString())
        .isEqualTo("{\"section\":\"Kultur & Medien\",\"limit\":\"5,6\",\"flag\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "APPLICATION/JSON; charset=utf-8, false",
    "text/plain, false",
    "text/markdown, false",
    "application/xml, false",
    "application/javascript, false",
    "application/merge-patch+json, true",
    "application/x-www-form-urlencoded, true",
    "application/octet-stream, true",
    "image/png, true",
    ", true"
  })
  void onlyTextBodiesComePlain(@Nullable String contentType, boolean encoded) throws Exception {
    var body = "{\"headline\": \"Glück\"}";
    var headers =
        contentType == null ? Map.<String, String>of() : Map.of("content-type", contentType);

    gateway.send("POST", "/articles", HttpRequest.BodyPublishers.ofString(body), headers);

    var event = gateway.lastEvent();
    assertThat(event.get("isBase64Encoded").asBoolean()).isEqualTo(encoded);
    var text = event.get("body").asText();
    assertThat(
            encoded ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8) : text)
        .isEqualTo(body);
  }

  @Test
  void anAnswerHasItsStatusItsHeadersItsCookiesAndItsBytes() throws Exception {
    var zipped = gzip("[1, 2]");
    gateway.answers(
        """
        {"statusCode": 203, "headers": {"Content-Type": "application/json", "Content-Encoding": "gzip", "X-Count": 2},
         "cookies": ["a=1", "b=2"], "body": "%s", "isBase64Encoded": true}\
        """
            .formatted(Base64.getEncoder().encodeToString(zipped)));

    var response = gateway.send("GET", "/articles");

    assertThat(response.statusCode()).isEqualTo(203);
    assertThat(response.body()).isEqualTo(zipped);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(response.headers().firstValue("x-count")).contains("2");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": 1}  | {"id":1}
          "words"    | words
          [1]        | [1]
          null       | null
          """)
  void aBareValueIsTheBodyOf200(String answer, String body) throws Exception {
    gateway.answers(answer);

    var response = gateway.send("GET", "/articles");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).asString().isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "{\"statusCode\": \"many\"}",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
        "{\"statusCode\": 200, \"body\": \"%%\", \"isBase64Encoded\": true}",
        "{\"statusCode\": 200, \"headers\": []}",
        "{\"statusCode\": 200} {}"
      })
  void rubbishIsAnInternalError(String answer) throws Exception {
    gateway.answers(answer);

    var response = gateway.send("GET", "/articles");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatThrowsIsAnInternalError() throws Exception {
    gateway.answers((_, _, _) -> {
      throw new IllegalStateException("secret");
    });

    var response = gateway.send("GET", "/articles");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void aFunctionThatTakesTooLongIsUnavailable() throws Exception {
    gateway.answers((_, _, limit) -> {
      assertThat(limit).hasSeconds(30);
      throw new TimeoutException();
    });

    var response = gateway.send("GET", "/articles");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {10 * 1024 * 1024 + 1, 20_000_000})
  void aBodyOverTenMegabytesIsTooLarge(int size) throws Exception {
    var response =
        gateway.send("POST", "/articles", HttpRequest.BodyPublishers.ofByteArray(new byte[size]));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void anEventOverLambdasSixMegabytesIsTooLarge() throws Exception {
    var response =
        gateway.send(
            "POST", "/articles", HttpRequest.BodyPublishers.ofByteArray(new byte[5_000_000]));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws Exception {
    gateway.answers(
        "{\"statusCode\": 200, \"headers\": {\"etag\": \"\\\"1\\\"\"}, \"body\": \"12345\"}");

    var response = gateway.send("HEAD", "/articles");

    assertThat(response.headers().firstValue("content-length")).contains("5");
    assertThat(response.headers().firstValue("etag")).contains("\"1\"");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void headKeepsTheLengthThatTheFunctionSays() throws Exception {
    gateway.answers("{\"statusCode\": 200, \"headers\": {\"content-length\": \"77\"}}");

    var response = gateway.send("HEAD", "/articles");

    assertThat(response.headers().firstValue("content-length")).contains("77");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void statusesWithoutBodyKeepTheConnectionUsable(int status) throws Exception {
    gateway.answers("{\"statusCode\": %d, \"headers\": {\"etag\": \"x\"}}".formatted(status));

    assertThat(gateway.send("GET", "/articles").statusCode()).isEqualTo(status);
    assertThat(gateway.send("GET", "/articles").statusCode()).isEqualTo(status);
  }

  @Test
  void aCookieHeaderBecomesTheListOfCookies() throws Exception {
    gateway.send("GET", "/articles", Map.of("cookie", "a=1; b=2"));

    assertThat(gateway.lastEvent().get("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(gateway.lastEvent().get("headers").has("cookie")).isFalse();
  }

  @Test
  void stoppingLetsARunningRequestFinish() throws Exception {
    var running = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    gateway.answers((_, _, _) -> {
      running.countDown();
      release.await(3, TimeUnit.SECONDS);
      return "\"done\"".getBytes(StandardCharsets.UTF_8);
    });
    var response = CompletableFuture.supplyAsync(() -> gateway.sendUnchecked("GET", "/articles"));
    running.await();

    var stopped = CompletableFuture.runAsync(gateway::close);
    release.countDown();

    assertThat(response.get(4, TimeUnit.SECONDS).body()).asString().isEqualTo("done");
    stopped.get(5, TimeUnit.SECONDS);
  }

  @Test
  void theEventIsTheOneOfPayloadFormat2() throws IOException {
    var request =
        new Request(
            "POST",
            "/newsroom/articles/a%20b",
            "publish=true&x=1&x=2",
            "HTTP/1.1",
            Map.of(
                "host", List.of("localhost:3000"),
                "user-agent", List.of("test/1"),
                "content-type", List.of("application/json"),
                "content-length", List.of("2"),
                "cookie", List.of("a=1; b=2"),
                "accept", List.of("text/html", "*/*"),
                "x-amzn-trace-id", List.of("Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e")),
            "{}".getBytes(StandardCharsets.UTF_8),
            "127.0.0.1",
            3000);
    var match =
        new RouteTable.Match(
            new Route("POST", "/newsroom/articles/{id}", "Desk", "Jwt", Set.of("articles:write")),
            Map.of("id", "a b"));
    var caller =
        new Verdict.Admitted(
            new TreeMap<>(Map.of("aud", "extrablatt", "groups", "[desk sport]")),
            List.of("articles:read", "articles:write"));

    var event =
        EventJson.of(
            request, match, caller, "JKJaXmPLvHcESHA=", Instant.parse("2020-03-12T19:03:58.390Z"));

    assertThat(JSON.readTree(event)).isEqualTo(approved());
  }

  private static JsonNode approved() throws IOException {
    return JSON.readTree(GatewayTest.class.getResourceAsStream("/http-api-event.json"));
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
