package extrablatt.benchmarks;

import extrablatt.domain.delivery.Kiosk;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** An empty table in DynamoDB Local, in this process and in memory, with the real stores on it. */
final class Bench implements AutoCloseable {
  /** As far as the delivery function looks ahead in lists. */
  private static final Duration AHEAD = Duration.ofSeconds(40);

  /** Else DynamoDB Local reports that it was started, and keeps a file for that. */
  private static final boolean NO_TELEMETRY = true;

  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(NO_TELEMETRY);
  private final Tally tally = new Tally();
  private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
  private final InstantSource shown = () -> system.instant().plus(ahead());
  private final Clock clock = shown.withZone(ZoneOffset.UTC);
  private final Storage storage;
  private final Storage uncounted;
  private Duration ahead = Duration.ZERO;

  Bench() {
    var dynamo = local.dynamoDbClient();
    var s3 = new TakingS3(tally);
    var table = "benchmark-" + UUID.randomUUID();
    var environment = Map.of("TABLE_NAME", table, "CONTENT_BUCKET", "content");
    Tables.create(dynamo, table);
    storage = Storage.over(new CountingDynamo(dynamo, tally), s3, environment);
    uncounted = Storage.over(dynamo, s3, environment);
  }

  Tally tally() {
    return tally;
  }

  Clock clock() {
    return clock;
  }

  /** Puts the clock forward. */
  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  private Duration ahead() {
    return ahead;
  }

  /** The stores that count. */
  Storage storage() {
    return storage;
  }

  /** The same stores at their own speed, uncounted. */
  Storage uncounted() {
    return uncounted;
  }

  Newsroom newsroom() {
    return new Newsroom(storage.content(), clock);
  }

  /** A newsroom that works at its own speed, uncounted. */
  Newsroom loader() {
    return new Newsroom(uncounted.content(), clock);
  }

  Kiosk kiosk() {
    return new Kiosk(storage.publicDocuments(), clock, AHEAD);
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
