package extrablatt.ingest;

import extrablatt.domain.ingest.Receipt;

/** One line of JSON for each outcome; ids and counts only, never what a document says. */
final class Log {
  private Log() {}

  static void taken(Receipt receipt, long startedNanos) {
    var article = receipt.article() == null ? "" : ",\"articleId\":\"" + receipt.article() + "\"";
    var revision = receipt.revision() == null ? "" : ",\"revision\":" + receipt.revision();
    System.out.println(
        "{\"event\":\"document.%s\",\"receiptId\":\"%s\"%s%s,\"attempts\":%d,\"milliseconds\":%d}"
            .formatted(
                receipt.outcome().name().toLowerCase(java.util.Locale.ROOT),
                receipt.id(),
                article,
                revision,
                receipt.attempts(),
                (System.nanoTime() - startedNanos) / 1_000_000));
  }

  /** A failure by its kind and place; its message may quote the document. */
  static void failed(String id, int deliveries, RuntimeException failure) {
    var place = failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0].toString();
    System.out.println(
        "{\"event\":\"document.attempt-failed\",\"id\":\"%s\",\"attempts\":%d,\"error\":\"%s\",\"at\":\"%s\"}"
            .formatted(id, deliveries, failure.getClass().getName(), place));
  }
}
