package extrablatt.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import extrablatt.local.iam.AccessDenied;
import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Signature;
import java.io.IOException;
import software.amazon.dynamodb.services.dataMembers.RequestData;
import software.amazon.dynamodb.services.dataMembers.ResponseData;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local's handling of requests, of those that the caller's role allows. */
final class CheckedHandler extends LocalDynamoDBServerHandler {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int REFUSED = 400;

  private final Permissions permissions;
  private final DynamoDbCalls calls;

  CheckedHandler(DynamoDBRequestHandler database, Permissions permissions, DynamoDbCalls calls) {
    super(database, null);
    this.permissions = permissions;
    this.calls = calls;
  }

  @Override
  protected void packageDynamoDBResponse(RequestData request, ResponseData response)
      throws DynamoDBLocalServiceException {
    try {
      requirePermission(request);
    } catch (AccessDenied denied) {
      throw new DynamoDBLocalServiceException(
          denied.getMessage(), null, null, REFUSED, "AccessDeniedException");
    }
    super.packageDynamoDBResponse(request, response);
  }

  private void requirePermission(RequestData request) {
    var headers = request.getBaseRequest().getHeaders();
    var caller = Signature.accessKey(headers.get("Authorization"));
    var target = headers.get("X-Amz-Target");
    if (caller.isEmpty() || target == null) return; // It is refused without us.
    var operation = target.substring(target.lastIndexOf('.') + 1);
    permissions.require(caller.get(), calls.of(operation, json(request.getRequestBody())));
  }

  /** What is not JSON is refused without us. */
  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }
}
