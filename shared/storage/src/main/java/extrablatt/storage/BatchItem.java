package extrablatt.storage;

import extrablatt.domain.EntryId;
import extrablatt.domain.liveblogs.Batch;
import extrablatt.domain.liveblogs.LogCommit;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far a call that posts many entries has come, as a row: {@code IDEM#…}, {@code BATCH}. */
final class BatchItem {
  private static final String FINGERPRINT = "fingerprint";
  private static final String IDS = "ids";
  private static final String DONE = "done";
  private static final String UNTIL = "until";
  private static final String EXPIRES = "expires";
  private static final Duration GRACE = Duration.ofHours(1);

  private BatchItem() {}

  /** On condition that nobody has taken the call any further. */
  static Write write(LogCommit.BatchStep step) {
    var before = step.before();
    var after = step.after();
    var item =
        ItemWriter.at(Keys.batch(after.key()))
            .text(FINGERPRINT, after.fingerprint())
            .texts(IDS, after.ids())
            .number(DONE, after.done())
            .text(UNTIL, after.until())
            .number(EXPIRES, after.until().plus(GRACE).getEpochSecond());
    var condition =
        before == null
            ? Expression.ABSENT
            : new Expression(
                "#done = :done AND #fingerprint = :fingerprint",
                Map.of(
                    ":done", AttributeValue.fromN(Integer.toString(before.done())),
                    ":fingerprint", AttributeValue.fromS(before.fingerprint())));
    return Write.Put.of(item, condition, Commit.Result.ANSWER_LOST);
  }

  static Batch read(IdempotencyKey key, ItemReader item) {
    return new Batch(
        key,
        item.text(FINGERPRINT),
        item.texts(IDS, EntryId::new),
        item.smallNumber(DONE),
        item.time(UNTIL));
  }
}
