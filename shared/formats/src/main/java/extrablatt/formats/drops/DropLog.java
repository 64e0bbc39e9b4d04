package extrablatt.formats.drops;

import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.log.Line;
import extrablatt.log.Log;
import extrablatt.log.Metric;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each outcome; ids and counts only, never what a document says. */
final class DropLog {
  private static final Set<Outcome> PUBLISHED = Set.of(Outcome.ACCEPTED, Outcome.UPDATED);

  private final Log log;
  private final Clock clock;

  DropLog(Log log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** What was dropped has been taken in, not for the first time if somebody asked for it again. */
  void taken(Receipt receipt, long startedNanos, boolean replay) {
    var line = settled(receipt, startedNanos);
    if (!replay && isPublic(receipt)) {
      var latency = Duration.between(receipt.receivedAt(), clock.instant());
      line.metric(Metric.PUBLISH_LATENCY, latency.toMillis());
    }
    line.write();
  }

  void givenUp(Receipt receipt, long startedNanos) {
    settled(receipt, startedNanos).write();
  }

  /** A failure by its kind and place; its message may quote the document. */
  void failed(String id, int deliveries, RuntimeException failure) {
    log.line("document.attempt-failed")
        .text("id", id)
        .number("attempts", deliveries)
        .failure(failure)
        .write();
  }

  private Line settled(Receipt receipt, long startedNanos) {
    var outcome = receipt.outcome().name().toLowerCase(Locale.ROOT);
    var line = log.line("document." + outcome).text("receiptId", receipt.id());
    ids(line, receipt.product());
    if (receipt.revision() != null) line.number("revision", receipt.revision());
    return line.number("attempts", receipt.attempts())
        .since(startedNanos)
        .metric(Metric.INGEST_OUTCOME, 1, outcome);
  }

  /** The first folder of a drop says what is to become of it (docs/data-model.md). */
  private static boolean isPublic(Receipt receipt) {
    return PUBLISHED.contains(receipt.outcome()) && receipt.key().startsWith("publish/");
  }

  private static void ids(Line line, @Nullable Product product) {
    switch (product) {
      case null -> {}
      case Product.OfArticle(var id) -> line.text("articleId", id.value());
      case Product.OfTeaser(var id) -> line.text("teaserId", id.value());
      case Product.OfLiveblog(var id) -> line.text("liveblogId", id.value());
      case Product.OfEntry(var liveblog, var id) ->
          line.text("liveblogId", liveblog.value()).text("entryId", id.value());
    }
  }
}
