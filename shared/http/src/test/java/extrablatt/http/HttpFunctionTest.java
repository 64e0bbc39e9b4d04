package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import extrablatt.log.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HttpFunctionTest {
  private final List<String> lines = new ArrayList<>();
  private final HttpFunction function =
      new Library(new Log("news", () -> null, Clock.systemUTC(), lines::add));

  private static final class Library extends HttpFunction {
    Library(Log log) {
      super(
          log,
          Router.of("GET /books/{id}", Library::book)
              .and(
                  "POST /books",
                  _ -> Response.of(201).with("Location", "/books/7").with("ETag", "\"v1\""))
              .and(
                  "GET /broken",
                  _ -> {
                    throw new IllegalStateException("the shelf fell");
                  }),
          marking("outer"),
          marking("inner"));
    }

    private static Response book(Request request) {
      if (request.pathParameter("id").equals("0")) throw Refusal.notFound("There is no such book.");
      return Response.json(200, Bytes.utf8("{}")).with("Content-Length", "2");
    }

    private static Filter marking(String name) {
      return endpoint ->
          request -> {
            var response = endpoint.handle(request);
            return response.with("via", response.header("via").orElse("") + name + ";");
          };
    }
  }

  private static Request book(String method, String id) {
    return Request.of(method + " /books/{id}", "/books/" + id).withPathParameter("id", id);
  }

  @Test
  void eventIsAnsweredThroughTheFilters() throws IOException {
    var event =
        """
        {"routeKey": "GET /books/{id}", "rawPath": "/books/1", "pathParameters": {"id": "1"},
         "requestContext": {"requestId": "r1", "http": {"method": "GET"}}}
        """;
    var answer = new ByteArrayOutputStream();

    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);

    assertThat(answer.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"statusCode":200,"headers":{"Content-Type":"application/json",\
            "Content-Length":"2","via":"inner;outer;"},"body":"{}","isBase64Encoded":false}\
            """);
  }

  @Test
  void headIsGetWithoutItsBody() {
    for (var id : List.of("0", "1")) {
      var got = function.handle(book("GET", id));
      var head = function.handle(book("HEAD", id));

      assertThat(got.body().length()).isPositive();
      assertThat(head).isEqualTo(got.withoutBody());
    }
  }

  @Test
  void unknownRouteIsAProblem() {
    var response = function.handle(Request.of("GET /nothing", "/nothing"));

    assertThat(response.body().text())
        .isEqualTo(
            """
            {"type":"/problems/not-found","title":"Not found","status":404,\
            "detail":"There is no such route.","instance":"urn:request:none"}\
            """);
    assertThat(function.handle(Request.of("HEAD /books", "/books")).status()).isEqualTo(404);
  }

  @Test
  void whatBreaksInsideIsLoggedAndNotAnswered() {
    var response = function.handle(Request.of("GET /broken", "/broken"));

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body().text()).doesNotContain("shelf");
    assertThat(lines).singleElement().asString().contains("the shelf fell", "HttpFunctionTest");
  }

  @Test
  void everyCallIsOneLineWithoutItsQueryAndBody() {
    function.handle(
        Request.of("POST /books", "/books")
            .withQuery("secret=1")
            .withHeader("Authorization", "Bearer secret")
            .withBody(Bytes.utf8("secret")));
    function.handle(book("GET", "0"));

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .matches(
            """
            \\{"event":"http","route":"POST /books","status":201,"milliseconds":\\d+,\
            "gatewayRequestId":"none","location":"/books/7","Function":"Library","RequestLatency":\\d+,.*\\}\
            """);
    assertThat(lines.getLast())
        .matches(
            """
            \\{"event":"http","route":"GET /books/\\{id\\}","status":404,"milliseconds":\\d+,\
            "gatewayRequestId":"none","id":"0","Function":"Library","RequestLatency":\\d+,.*\\}\
            """);
  }

  @Test
  void routesAreListed() {
    assertThat(function.routes()).containsExactly("GET /books/{id}", "POST /books", "GET /broken");
  }

  @Test
  void routeHasOneEndpoint() {
    var router = Router.of("GET /x", _ -> Response.of(200));

    assertThatThrownBy(() -> router.and(router)).hasMessage("GET /x has two endpoints");
  }
}
