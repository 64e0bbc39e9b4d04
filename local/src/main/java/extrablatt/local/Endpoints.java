package extrablatt.local;

import java.net.URI;

/** Where the local stores and queues answer. */
public record Endpoints(URI dynamoDb, URI s3, URI sqs) {

  static Endpoints of(LocalServices services) {
    return new Endpoints(
        services.dynamoDbEndpoint(), services.s3Endpoint(), services.sqsEndpoint());
  }
}
