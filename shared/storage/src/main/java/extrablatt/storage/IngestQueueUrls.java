package extrablatt.storage;

/** The queues through which dropped objects come to ingest. */
record IngestQueueUrls(String articles, String liveblogs) {
  /** The queue of an object: the one that the bucket's own notification of it goes to. */
  String of(String key) {
    return key.startsWith("liveblogs/") ? liveblogs : articles;
  }
}
