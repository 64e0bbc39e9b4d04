package extrablatt.local;

import extrablatt.local.template.SamTemplate;
import extrablatt.local.tokens.Tokens;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a running stack says of itself: addresses, a token, commands to paste. */
final class Welcome {
  private static final Duration TOKEN_LIFE = Duration.ofHours(8);

  private Welcome() {}

  static void toStack(
      PrintWriter out,
      LocalStack stack,
      Endpoints endpoints,
      SamTemplate template,
      Tokens tokens,
      Path clients) {
    out.printf(
        """
        Ready

          API       %1$s
          S3        %2$s  (drop bucket extrablatt-drop)
          DynamoDB  %3$s
          SQS       %6$s
        %7$s
        A token with every scope, for 8 hours:
          export TOKEN=%4$s

        Try:
          curl -T samples/page-text/harbour-tunnel.txt %2$s/extrablatt-drop/publish/demo/
          curl %1$s/articles
          curl -H "Authorization: Bearer $TOKEN" %1$s/newsroom/articles
        %5$s
        Ctrl-C stops it.
        """,
        stack.uri(),
        endpoints.s3(),
        endpoints.dynamoDb(),
        tokens.mint(scopes(template), TOKEN_LIFE),
        aws(endpoints),
        endpoints.sqs(),
        besides(stack, clients));
  }

  /** What not every template and not every working copy has. */
  private static String besides(LocalStack stack, Path clients) {
    var lines = new StringBuilder();
    if (stack.socketUri() != null) {
      lines.append("  Sockets   %s%n".formatted(stack.socketUri()));
    }
    if (Files.exists(clients.resolve("demo.html"))) {
      lines.append("  Demo      %s/clients/demo.html%n".formatted(stack.uri()));
    }
    return lines.toString();
  }

  static void toServices(PrintWriter out, Endpoints endpoints, Path variables) {
    out.printf(
        """
        Ready

          S3        %s
          DynamoDB  %s
          SQS       %s

        Try:
        %s
        After `sam build`, and with a Docker engine:
          OPTIONS='%s'
          eval "sam local invoke DeliveryFunction --event events/list-articles.json $OPTIONS"
          eval "sam local start-api $OPTIONS"

        Ctrl-C stops it.
        """,
        endpoints.s3(),
        endpoints.dynamoDb(),
        endpoints.sqs(),
        aws(endpoints),
        String.join(" ", SamLocal.options(endpoints, variables)));
  }

  private static String aws(Endpoints endpoints) {
    return """
      export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_REGION=eu-central-1
      aws --endpoint-url %s s3 ls
      aws --endpoint-url %s dynamodb list-tables
    """
        .formatted(
            AccessKey.LOCAL.id(), AccessKey.LOCAL.secret(), endpoints.s3(), endpoints.dynamoDb());
  }

  /** Every scope that a route asks for, without Cognito's prefix. */
  private static List<String> scopes(SamTemplate template) {
    return template.httpApis().stream()
        .flatMap(api -> api.routes().stream())
        .flatMap(route -> route.scopes().stream())
        .filter(scope -> !scope.contains("/"))
        .distinct()
        .sorted()
        .toList();
  }
}
