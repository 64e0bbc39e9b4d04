package extrablatt.local;

import java.net.URI;

/** Where the local stores and queues answer. */
public record Endpoints(URI dynamoDb, URI s3, URI sqs) {}
