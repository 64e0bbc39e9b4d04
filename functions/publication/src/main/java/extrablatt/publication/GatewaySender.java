package extrablatt.publication;

import extrablatt.domain.Bytes;
import extrablatt.domain.push.SocketSender;
import extrablatt.storage.AwsClients;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Sends through API Gateway's management API. */
final class GatewaySender implements SocketSender {
  private static final String URL = "SOCKET_CALLBACK_URL";

  private final ApiGatewayManagementApiClient client;

  private GatewaySender(ApiGatewayManagementApiClient client) {
    this.client = client;
  }

  static GatewaySender from(Map<String, String> environment) {
    return new GatewaySender(
        AwsClients.at(environment, URL, ApiGatewayManagementApiClient.builder()).build());
  }

  /** A refusal other than that the socket is gone counts as sent: the reader polls anyway. */
  @Override
  public boolean send(String connection, Bytes message) {
    try {
      client.postToConnection(post ->
          post.connectionId(connection).data(SdkBytes.fromByteArrayUnsafe(message.array())));
      return true;
    } catch (GoneException gone) {
      return false;
    } catch (SdkException refused) {
      System.out.printf(
          "{\"event\":\"push-refused\",\"connectionId\":\"%s\",\"exception\":\"%s\"}%n",
          connection, refused.getClass().getName());
      return true;
    }
  }
}
