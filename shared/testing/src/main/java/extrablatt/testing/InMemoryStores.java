package extrablatt.testing;

/**
 * All stores in memory. They share one lock, so that a commit is seen whole or not at all, as a
 * transaction is.
 */
public final class InMemoryStores {
  private final Object lock = new Object();
  private final InMemoryOriginStore origins = new InMemoryOriginStore(lock);
  private final InMemoryReceiptStore receipts = new InMemoryReceiptStore(lock);
  private final InMemoryIdempotencyStore idempotency = new InMemoryIdempotencyStore(lock);
  private final InMemoryMediaLibrary mediaLibrary = new InMemoryMediaLibrary(lock);
  private final InMemoryContentStore content =
      new InMemoryContentStore(lock, origins, receipts, idempotency, mediaLibrary);
  private final InMemoryLiveblogStore liveblogs = new InMemoryLiveblogStore(lock, content);
  private final InMemoryPublicLog publicLog = new InMemoryPublicLog(lock, liveblogs);
  private final InMemoryDropStore drops = new InMemoryDropStore();
  private final InMemoryMediaStore media = new InMemoryMediaStore(drops);
  private final InMemoryUploadStore uploads = new InMemoryUploadStore(lock, idempotency);
  private final InMemoryIngestQueue ingestQueue = new InMemoryIngestQueue();

  /** Documents; also what the public reads of them. */
  public InMemoryContentStore content() {
    return content;
  }

  /** Liveblogs. */
  public InMemoryLiveblogStore liveblogs() {
    return liveblogs;
  }

  /** What the public reads of liveblogs. */
  public InMemoryPublicLog publicLiveblogs() {
    return publicLog;
  }

  /** Where documents came from. */
  public InMemoryOriginStore origins() {
    return origins;
  }

  /** Receipts. */
  public InMemoryReceiptStore receipts() {
    return receipts;
  }

  /** Which calls have been answered. */
  public InMemoryIdempotencyStore idempotency() {
    return idempotency;
  }

  /** What is known of media files. */
  public InMemoryMediaLibrary mediaLibrary() {
    return mediaLibrary;
  }

  /** The media files that come in, and those that are handed out. */
  public InMemoryMediaStore media() {
    return media;
  }

  /** Announced uploads. */
  public InMemoryUploadStore uploads() {
    return uploads;
  }

  /** The drop bucket. */
  public InMemoryDropStore drops() {
    return drops;
  }

  /** The queue through which objects come to ingest. */
  public InMemoryIngestQueue ingestQueue() {
    return ingestQueue;
  }

  /** Those that have a contract, for a contract test. */
  public Stores asStores() {
    return new Stores(content, content, origins, receipts, idempotency, mediaLibrary);
  }
}
