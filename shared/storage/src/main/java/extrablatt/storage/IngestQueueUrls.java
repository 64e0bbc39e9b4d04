package extrablatt.storage;

/** The queues through which dropped objects come to ingest. */
record IngestQueueUrls(String articles, String liveblogs, String media) {
  /** The queue of an object: the one that the bucket's own notification of it goes to. */
  String of(String key) {
    if (key.startsWith("media/") || key.startsWith("uploads/")) return media;
    return key.startsWith("liveblogs/") ? liveblogs : articles;
  }
}
