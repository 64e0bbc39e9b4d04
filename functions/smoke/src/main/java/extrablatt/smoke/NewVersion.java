package extrablatt.smoke;

import extrablatt.domain.Bytes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A version of the delivery function that no reader has asked yet. */
final class NewVersion {
  private static final int OK = 200;

  /** What our functions answer; inside a body the quotes would be escaped. */
  private static final Pattern ANSWERED_200 = Pattern.compile("\"statusCode\"\\s*:\\s*200\\b");

  /** The list of articles: its answer has passed code, table and rights. */
  private static final Bytes QUESTION =
      Bytes.utf8(
          """
          {
            "version": "2.0",
            "routeKey": "GET /articles",
            "rawPath": "/articles",
            "rawQueryString": "",
            "headers": {"accept-encoding": "gzip"},
            "requestContext": {"http": {"method": "GET", "path": "/articles"}},
            "isBase64Encoded": false
          }
          """);

  private final URI address;
  private final Sender lambda;

  NewVersion(String lambdaUrl, String arn, Sender lambda) {
    this.address =
        URI.create(
            lambdaUrl
                + "/2015-03-31/functions/"
                + URLEncoder.encode(arn, StandardCharsets.UTF_8)
                + "/invocations");
    this.lambda = lambda;
  }

  /** Whether it answers a reader's question. */
  boolean answers() {
    var answer = lambda.post(address, Map.of("Content-Type", "application/json"), QUESTION);
    return answer.status() == OK
        && !answer.has("X-Amz-Function-Error")
        && ANSWERED_200.matcher(answer.body().text()).find();
  }
}
