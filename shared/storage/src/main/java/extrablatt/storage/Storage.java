package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Pause;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.OriginStore;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.media.MediaAddresses;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.UploadAddresses;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.ShownStore;
import extrablatt.domain.push.SocketStore;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The real stores, as an environment names them. A missing variable is an IllegalStateException
 * that says which, when the store that needs it is asked for; clients are opened once, when they
 * are first used.
 */
public final class Storage implements AutoCloseable {
  private static final ArticleId NO_ARTICLE = new ArticleId("00000000000000000000000000");

  private final Settings settings;
  private final OpenedOnce<DynamoDbClient> dynamo;
  private final OpenedOnce<S3Connection> s3;
  private final OpenedOnce<S3Connection> slowS3;
  private final OpenedOnce<PresigningConnection> presigner;
  private final OpenedOnce<SqsConnection> sqs;
  private final Backoff backoff;

  private Storage(
      Settings settings,
      Supplier<DynamoDbClient> dynamo,
      Supplier<S3Connection> s3,
      Supplier<S3Connection> slowS3,
      Backoff backoff) {
    this.settings = settings;
    this.backoff = backoff;
    this.dynamo = new OpenedOnce<>(dynamo);
    this.s3 = new OpenedOnce<>(s3);
    this.slowS3 = new OpenedOnce<>(slowS3);
    this.presigner = new OpenedOnce<>(() -> PresigningConnection.open(settings));
    this.sqs = new OpenedOnce<>(() -> SqsConnection.open(settings));
  }

  /**
   * The stores of an environment: {@code TABLE_NAME}, {@code CONTENT_BUCKET}, {@code DROP_BUCKET},
   * {@code INGEST_QUEUE_URL}, {@code LIVEBLOG_INGEST_QUEUE_URL}, {@code MEDIA_INGEST_QUEUE_URL},
   * {@code AWS_REGION}, credentials as AWS names them, and {@code DYNAMODB_ENDPOINT}, {@code
   * S3_ENDPOINT} and {@code SQS_ENDPOINT} for stores elsewhere.
   */
  public static Storage from(Map<String, String> environment) {
    var settings = new Settings(environment);
    return new Storage(
        settings,
        () -> DynamoConnection.open(settings),
        () -> S3Connection.open(settings),
        () -> S3Connection.openForCopies(settings),
        Backoff.fullJitter());
  }

  /** The same stores on clients of the caller's, of which the environment names no address. */
  public static Storage over(DynamoDbClient dynamo, S3Client s3, Map<String, String> environment) {
    return waiting(dynamo, s3, environment, Backoff.fullJitter());
  }

  /** The same stores, which wait in that way before they try again what failed in passing. */
  public static Storage over(
      DynamoDbClient dynamo, S3Client s3, Map<String, String> environment, Pause pause) {
    return waiting(dynamo, s3, environment, attempt -> pause.before(attempt - 1));
  }

  private static Storage waiting(
      DynamoDbClient dynamo, S3Client s3, Map<String, String> environment, Backoff backoff) {
    return new Storage(
        new Settings(environment),
        () -> dynamo,
        () -> S3Connection.over(s3),
        () -> S3Connection.over(s3),
        backoff);
  }

  /** Where documents are kept. */
  public ContentStore content() {
    return new DynamoContentStore(table(), bucket(settings.contentBucket()));
  }

  /** What the public may read. */
  public PublicStore publicDocuments() {
    return new DynamoPublicStore(table(), bucket(settings.contentBucket()));
  }

  /** Where liveblogs are kept. */
  public LiveblogStore liveblogs() {
    return new DynamoLiveblogStore(table(), bucket(settings.contentBucket()));
  }

  /** What the public may read of liveblogs. */
  public PublicLog publicLiveblogs() {
    return new DynamoPublicLog(table());
  }

  /** Which documents show which others. */
  public ShownStore shown() {
    return new DynamoShownStore(table());
  }

  /** What is known of media files. */
  public MediaLibrary mediaLibrary() {
    return new DynamoMediaLibrary(table());
  }

  /** The media files that come in, and those that are handed out. */
  public MediaStore media() {
    return new S3MediaStore(
        slowS3.get().bucket(settings.dropBucket()), slowS3.get().bucket(settings.contentBucket()));
  }

  /** Announced uploads. */
  public UploadStore uploads() {
    return new DynamoUploadStore(table());
  }

  /** Addresses under which an announced file can be sent. */
  public UploadAddresses uploadAddresses() {
    return new S3UploadAddresses(presigner, settings.contentBucket());
  }

  /** Addresses at which media files are read. */
  public MediaAddresses mediaAddresses() {
    return new S3MediaAddresses(
        bucket(settings.contentBucket()), presigner, settings.contentBucket());
  }

  /** Which sockets want to hear of which liveblogs. */
  public SocketStore sockets() {
    return new DynamoSocketStore(table());
  }

  /** Where documents came from. */
  public OriginStore origins() {
    return new DynamoOriginStore(table());
  }

  /** What became of dropped objects. */
  public ReceiptStore receipts() {
    return new DynamoReceiptStore(table());
  }

  /** Which calls have been answered. */
  public IdempotencyStore idempotency() {
    return new DynamoIdempotencyStore(table(), bucket(settings.contentBucket()));
  }

  /** The drop bucket. */
  public DropStore drops() {
    return new S3DropStore(
        bucket(settings.dropBucket()).get(), bucket(settings.contentBucket()).get());
  }

  /** The queues through which objects come to ingest. */
  public IngestQueue ingestQueue() {
    var urls = settings.ingestQueueUrls();
    var notification =
        new ReplayNotification(settings.region(), settings.dropBucket(), settings.contentBucket());
    return sqs.get().queue(urls, notification);
  }

  /**
   * Makes one cheap real call, so that the first one that somebody waits for finds everything
   * loaded and connected. A refusal does that as well as an answer: the role may not read these
   * rows, or the store is busy, which the first real call will say if it lasts.
   */
  public void prime() {
    try {
      publicDocuments().at(NO_ARTICLE, Instant.EPOCH);
    } catch (AwsServiceException | Busy refused) {
      return;
    }
  }

  @Override
  public void close() {
    dynamo.close();
    s3.close();
    slowS3.close();
    presigner.close();
    sqs.close();
  }

  private Table table() {
    var name = settings.table();
    return new Table(dynamo.get(), name, backoff);
  }

  private Supplier<ObjectStore> bucket(String name) {
    return () -> s3.get().bucket(name);
  }
}
