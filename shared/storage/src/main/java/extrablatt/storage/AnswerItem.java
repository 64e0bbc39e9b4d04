package extrablatt.storage;

import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A call with an idempotency key as a row: {@code IDEM#scope#key}, {@code IDEM}. It has an answer
 * once the call is answered; its time is over when {@code until} is past, and DynamoDB removes it
 * some time after {@code expires}.
 */
final class AnswerItem {
  static final String FINGERPRINT = "fingerprint";
  static final String TOKEN = "token";
  private static final String ANSWERED = "answered";
  private static final String UNTIL = "until";
  private static final String EXPIRES = "expires";

  /** A call that takes longer than its lease may still be answered, if nobody took its key. */
  private static final Duration GRACE = Duration.ofHours(1);

  private AnswerItem() {}

  static ItemWriter begun(IdempotencyKey key, String fingerprint, String token, Instant lease) {
    return ItemWriter.at(Keys.idempotency(key))
        .text(FINGERPRINT, fingerprint)
        .text(TOKEN, token)
        .text(UNTIL, Keys.time(lease))
        .number(EXPIRES, lease.plus(GRACE).getEpochSecond());
  }

  /** That the key is free: there is no record, or one whose time is over. */
  static Expression free(Instant now) {
    return new Expression(
        "attribute_not_exists(#pk) OR #until <= :now",
        Map.of(":now", AttributeValue.fromS(Keys.time(now))));
  }

  /** That the call with that token has the key and is not answered. */
  static Expression inHandsOf(String token) {
    return new Expression(
        "#token = :token AND attribute_not_exists(#answered)",
        Map.of(":token", AttributeValue.fromS(token)));
  }

  static boolean isAnswered(ItemReader item) {
    return item.attributes().containsKey(ANSWERED);
  }

  /** The write of an answer, on condition that nobody else took the key. */
  static Write.Update answered(KeptAnswer answer, Body.Kept body) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":answered", AttributeValue.fromBool(true));
    values.put(":until", AttributeValue.fromS(Keys.time(answer.until())));
    values.put(
        ":expires",
        AttributeValue.fromN(Long.toString(answer.until().plus(GRACE).getEpochSecond())));
    var kept = Body.write(ItemWriter.inside(), body).attributes();
    kept.forEach((name, value) -> values.put(":" + name, value));
    var set = new StringBuilder("SET #answered = :answered, #until = :until, #expires = :expires");
    kept.keySet().forEach(name -> set.append(", #" + name + " = :" + name));
    return new Write.Update(
        Keys.idempotency(answer.key()),
        new Expression(set.toString(), values),
        inHandsOf(answer.token()),
        Commit.Result.ANSWER_LOST);
  }
}
