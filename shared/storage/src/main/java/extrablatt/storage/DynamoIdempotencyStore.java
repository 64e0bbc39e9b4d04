package extrablatt.storage;

import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Which calls have been answered, in DynamoDB; long answers in the content bucket. */
final class DynamoIdempotencyStore implements IdempotencyStore {
  private final Table table;
  private final Supplier<ObjectStore> bucket;

  DynamoIdempotencyStore(Table table, Supplier<ObjectStore> bucket) {
    this.table = table;
    this.bucket = bucket;
  }

  @Override
  public Beginning begin(IdempotencyKey key, String fingerprint, Instant now, Instant lease) {
    var token = UUID.randomUUID().toString();
    var item = AnswerItem.begun(key, fingerprint, token, lease);
    return switch (table.put(item, AnswerItem.free(now))) {
      case Table.Put.Done() -> new Beginning.Fresh(token);
      case Table.Put.Refused(var other) -> beginning(other, fingerprint, token);
    };
  }

  @Override
  public void finish(KeptAnswer answer) {
    var objectKey = ObjectKeys.answer(answer.token());
    var gzip = Gzip.compressed(answer.answer());
    var body = Body.keep(gzip, objectKey);
    if (body instanceof Body.Kept.InObject)
      bucket.get().put(objectKey, gzip, "application/gzip", Map.of());
    table.update(AnswerItem.answered(answer, body));
  }

  @Override
  public void abandon(IdempotencyKey key, String token) {
    table.delete(Keys.idempotency(key), AnswerItem.inHandsOf(token));
  }

  private Beginning beginning(ItemReader other, String fingerprint, String token) {
    if (other.text(AnswerItem.TOKEN).equals(token)) return new Beginning.Fresh(token);
    if (!other.text(AnswerItem.FINGERPRINT).equals(fingerprint)) return new Beginning.OtherBody();
    if (!AnswerItem.isAnswered(other)) return new Beginning.InFlight();
    return new Beginning.Answered(Gzip.plain(Body.read(other, bucket)));
  }
}
