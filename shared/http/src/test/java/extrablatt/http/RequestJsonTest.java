package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RequestJsonTest {
  private static Request read(String event) throws IOException {
    return RequestJson.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eventOfThePublicApiIsARequest() throws IOException {
    var request =
        read(
            """
            {
              "version": "2.0",
              "routeKey": "GET /articles/{idOrSlug}",
              "rawPath": "/articles/ferry",
              "rawQueryString": "a=1&a=2",
              "cookies": ["c=1"],
              "headers": {"Accept-Encoding": "gzip", "x-twice": "1", "X-Twice": "2", "x-null": null},
              "queryStringParameters": {"a": "1,2"},
              "requestContext": {
                "accountId": "123456789012",
                "authentication": null,
                "http": {"method": "GET", "path": "/articles/ferry", "sourceIp": "192.0.2.1"},
                "requestId": "JKJaXmPLvHcESHA=",
                "routeKey": "GET /articles/{idOrSlug}",
                "stage": "$default",
                "timeEpoch": 1583348638390
              },
              "pathParameters": {"idOrSlug": "ferry"},
              "isBase64Encoded": false,
              "stageVariables": {"one": {"two": [3]}}
            }
            """);

    assertThat(request)
        .isEqualTo(
            new Request(
                "GET",
                "GET /articles/{idOrSlug}",
                "/articles/ferry",
                "a=1&a=2",
                Map.of("accept-encoding", "gzip", "x-twice", "1,2", "x-null", ""),
                Map.of("idOrSlug", "ferry"),
                Bytes.of(new byte[0]),
                "JKJaXmPLvHcESHA=",
                null));
  }

  @Test
  void bodyIsTextOrBase64() throws IOException {
    var event =
        """
        {"routeKey": "POST /x", "requestContext": {"http": {"method": "POST"}},
         "body": "%s", "isBase64Encoded": %s}
        """;

    assertThat(read(event.formatted("Föhr", "false")).body()).isEqualTo(Bytes.utf8("Föhr"));
    assertThat(read(event.formatted("RsO2aHI=", "true")).body()).isEqualTo(Bytes.utf8("Föhr"));
  }

  @Test
  void claimsAreThoseOfTheTokenAndNotWhatTheRouteAsksFor() throws IOException {
    var request =
        read(
            """
            {"routeKey": "POST /x", "requestContext": {
              "http": {"method": "POST"},
              "authorizer": {"jwt": {
                "claims": {"client_id": "cms", "sub": "s", "exp": 1767225600,
                           "scope": "articles:read extrablatt/articles:write"},
                "scopes": ["articles:publish"]}}}}
            """);
    var claims = Objects.requireNonNull(request.claims());

    assertThat(claims.caller()).isEqualTo(new Caller("cms"));
    assertThat(claims.value("exp")).contains("1767225600");
    assertThat(claims.grant("articles:read")).isTrue();
    assertThat(claims.grant("articles:write")).isTrue();
    assertThat(claims.grant("articles:publish")).isFalse();
  }

  @Test
  void routeWithoutAuthorizerHasNoClaims() throws IOException {
    assertThat(
            read("""
            {"routeKey": "GET /x", "requestContext": {
              "http": {"method": "GET"}, "authorizer": {"jwt": null}}}
            """)
                .claims())
        .isNull();
  }

  @Test
  void whatIsNoEventOfThisFormatIsAnError() {
    assertThatThrownBy(() -> read("{\"httpMethod\": \"GET\"}")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
  }
}
