package extrablatt.local.functions;

import extrablatt.local.template.Function;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the Lambda service sets around every function: region, credentials, and where the local
 * stores answer. Each function signs with an access key of its own, by which the stores know its
 * role.
 *
 * @param siteUrl where readers reach the stack, unless the template says; null if nobody knows yet
 * @param sockets null where there is no WebSocket API
 */
public record FunctionSurroundings(
    String region,
    String secretAccessKey,
    String dynamoDbEndpoint,
    String s3Endpoint,
    String sqsEndpoint,
    @Nullable String siteUrl,
    @Nullable Sockets sockets) {

  /**
   * Where the WebSocket API answers.
   *
   * @param url for clients
   * @param callbackUrl for functions that send to clients
   */
  public record Sockets(String url, String callbackUrl) {}

  /**
   * The whole environment of a function; its own variables win over endpoints, never over what
   * Lambda reserves.
   */
  Map<String, String> environmentOf(Function function) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDbEndpoint);
    environment.put("AWS_ENDPOINT_URL_S3", s3Endpoint);
    environment.put("AWS_ENDPOINT_URL_SQS", sqsEndpoint);
    environment.putAll(function.environment());
    if (siteUrl != null) environment.replace("SITE_URL", "", siteUrl);
    if (sockets != null) {
      // What the template says of them holds on AWS only.
      environment.computeIfPresent("SOCKET_URL", (_, _) -> sockets.url());
      environment.computeIfPresent("SOCKET_CALLBACK_URL", (_, _) -> sockets.callbackUrl());
    }
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    environment.put("AWS_ACCESS_KEY_ID", function.id());
    environment.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.id());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put("_HANDLER", function.handler());
    return environment;
  }
}
