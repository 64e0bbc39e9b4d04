package extrablatt.http;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys and answers in memory. */
final class KeysInMemory implements IdempotencyStore {
  private record Kept(String token, String fingerprint, Instant until, @Nullable Bytes answer) {}

  private final Map<IdempotencyKey, Kept> keys = new HashMap<>();
  private int tokens;
  int finished;
  boolean busy;

  @Override
  public Beginning begin(IdempotencyKey key, String fingerprint, Instant now, Instant lease) {
    var kept = keys.get(key);
    if (kept != null && now.isBefore(kept.until())) {
      if (!kept.fingerprint().equals(fingerprint)) return new Beginning.OtherBody();
      var answer = kept.answer();
      return answer == null ? new Beginning.InFlight() : new Beginning.Answered(answer);
    }
    var token = "token" + ++tokens;
    keys.put(key, new Kept(token, fingerprint, lease, null));
    return new Beginning.Fresh(token);
  }

  /** What a commit does with the answer it carries. */
  void commit(KeptAnswer answer) {
    var kept = keys.get(answer.key());
    if (kept == null || !kept.token().equals(answer.token()))
      throw new PublishingException.Conflict("Another call took over.");
    keys.put(
        answer.key(), new Kept(kept.token(), kept.fingerprint(), answer.until(), answer.answer()));
  }

  @Override
  public void finish(KeptAnswer answer) {
    finished++;
    var kept = keys.get(answer.key());
    if (kept != null && kept.answer() == null) commit(answer);
  }

  @Override
  public void abandon(IdempotencyKey key, String token) {
    if (busy) throw new PublishingException.Busy("busy", Duration.ofSeconds(1));
    keys.computeIfPresent(
        key, (_, kept) -> kept.token().equals(token) && kept.answer() == null ? null : kept);
  }
}
