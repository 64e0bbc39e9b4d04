package extrablatt.storage;

import extrablatt.domain.ingest.Receipt;

/**
 * An event notification like S3's own for the object of a receipt, with {@code replay} beside its
 * records.
 */
record ReplayNotification(String region, String dropBucket, String contentBucket) {
  String of(Receipt receipt) {
    var bucket = receipt.key().startsWith("uploads/") ? contentBucket : dropBucket;
    return """
    {"replay":true,"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":%s,\
    "eventTime":%s,"eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0",\
    "bucket":{"name":%s,"arn":%s},"object":{"key":%s,"versionId":%s,"sequencer":%s}}}]}\
    """
        .formatted(
            quoted(region),
            quoted(receipt.receivedAt().toString()),
            quoted(bucket),
            quoted("arn:aws:s3:::" + bucket),
            quoted(UrlText.key(receipt.key())),
            quoted(receipt.objectVersion()),
            quoted(receipt.sequencer()));
  }

  /** A JSON string; this module has no JSON library. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') quoted.append('\\').append(letter);
      else if (letter < ' ') quoted.append("\\u%04x".formatted((int) letter));
      else quoted.append(letter);
    }
    return quoted.append('"').toString();
  }
}
