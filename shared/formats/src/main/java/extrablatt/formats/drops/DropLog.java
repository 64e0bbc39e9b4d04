package extrablatt.formats.drops;

import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each outcome; ids and counts only, never what a document says. */
final class DropLog {
  private DropLog() {}

  static void taken(Receipt receipt, long startedNanos) {
    var revision = receipt.revision() == null ? "" : ",\"revision\":" + receipt.revision();
    System.out.println(
        "{\"event\":\"document.%s\",\"receiptId\":\"%s\"%s%s,\"attempts\":%d,\"milliseconds\":%d}"
            .formatted(
                receipt.outcome().name().toLowerCase(Locale.ROOT),
                receipt.id(),
                ids(receipt.product()),
                revision,
                receipt.attempts(),
                (System.nanoTime() - startedNanos) / 1_000_000));
  }

  private static String ids(@Nullable Product product) {
    return switch (product) {
      case null -> "";
      case Product.OfArticle(var id) -> ",\"articleId\":\"" + id + "\"";
      case Product.OfTeaser(var id) -> ",\"teaserId\":\"" + id + "\"";
      case Product.OfEntry(var liveblog, var id) ->
          ",\"liveblogId\":\"%s\",\"entryId\":\"%s\"".formatted(liveblog, id);
    };
  }

  /** A failure by its kind and place; its message may quote the document. */
  static void failed(String id, int deliveries, RuntimeException failure) {
    var place = failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0].toString();
    System.out.println(
        "{\"event\":\"document.attempt-failed\",\"id\":\"%s\",\"attempts\":%d,\"error\":\"%s\",\"at\":\"%s\"}"
            .formatted(id, deliveries, failure.getClass().getName(), place));
  }
}
