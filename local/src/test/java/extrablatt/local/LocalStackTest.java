package extrablatt.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import extrablatt.local.iam.Permissions;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(
          URI.create("http://localhost:1"),
          URI.create("http://localhost:2"),
          URI.create("http://localhost:3"));

  @TempDir Path folder;

  @Test
  void aTokenOfTheLocalKeyOpensTheTemplatesRoutes() throws Exception {
    var file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        """
        Parameters:
          JwtIssuer: {Type: String, Default: ""}
          JwtAudience: {Type: CommaDelimitedList, Default: extrablatt}
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              Auth:
                Authorizers:
                  Jwt:
                    JwtConfiguration: {issuer: !Ref JwtIssuer, audience: !Ref JwtAudience}
          Desk:
            Type: AWS::Serverless::Function
            Properties:
              Handler: %s
              Environment: {Variables: {TABLE_NAME: !Ref ContentTable}}
              Events:
                Read:
                  Type: HttpApi
                  Properties:
                    ApiId: !Ref Api
                    Method: GET
                    Path: /newsroom/articles
                    Auth: {Authorizer: Jwt, AuthorizationScopes: ["articles:read"]}
          ContentTable: {Type: AWS::DynamoDB::Table}
        """
            .formatted(Desk.class.getName()));
    var key = LocalKey.in(folder);
    var tokens = new Tokens(key, Clock.systemUTC());

    try (var stack =
        LocalStack.start(
            LocalStack.template(file, ENDPOINTS.sqs()),
            ENDPOINTS,
            Permissions.none(),
            LocalStack.Place.free(),
            key.publicKeys(),
            Clock.systemUTC())) {
      var right = get(stack, tokens.mint(List.of("articles:read"), Duration.ofHours(1)));
      var wrong = get(stack, tokens.mint(List.of("articles:write"), Duration.ofHours(1)));

      assertThat(right.body()).isEqualTo("extrablatt-content http://localhost:1");
      assertThat(wrong.statusCode()).isEqualTo(403);
    }
  }

  private static HttpResponse<String> get(LocalStack stack, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(stack.uri().resolve("/newsroom/articles"))
            .header("authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  public static final class Desk implements RequestStreamHandler {
    private final String words;

    public Desk(Map<String, String> environment) {
      words = environment.get("TABLE_NAME") + " " + environment.get("AWS_ENDPOINT_URL_DYNAMODB");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write(('"' + words + '"').getBytes(StandardCharsets.UTF_8));
    }
  }
}
