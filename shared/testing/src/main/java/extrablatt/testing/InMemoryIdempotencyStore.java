package extrablatt.testing;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.domain.publishing.KeptAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which calls have been answered, in memory. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private record Call(String fingerprint, String token, Instant until, @Nullable Bytes answer) {}

  private final Object lock;
  private final Map<IdempotencyKey, Call> calls = new HashMap<>();

  InMemoryIdempotencyStore(Object lock) {
    this.lock = lock;
  }

  @Override
  public Beginning begin(IdempotencyKey key, String fingerprint, Instant now, Instant lease) {
    synchronized (lock) {
      var known = calls.get(key);
      if (known == null || !now.isBefore(known.until())) {
        var token = UUID.randomUUID().toString();
        calls.put(key, new Call(fingerprint, token, lease, null));
        return new Beginning.Fresh(token);
      }
      if (!known.fingerprint().equals(fingerprint)) return new Beginning.OtherBody();
      var answer = known.answer();
      return answer == null ? new Beginning.InFlight() : new Beginning.Answered(answer);
    }
  }

  @Override
  public void finish(KeptAnswer answer) {
    synchronized (lock) {
      if (isInHandsOf(answer.key(), answer.token())) write(answer);
    }
  }

  @Override
  public void abandon(IdempotencyKey key, String token) {
    synchronized (lock) {
      if (isInHandsOf(key, token)) calls.remove(key);
    }
  }

  boolean isInHandsOf(IdempotencyKey key, String token) {
    var known = calls.get(key);
    return known != null && known.token().equals(token) && known.answer() == null;
  }

  void write(KeptAnswer answer) {
    calls.computeIfPresent(
        answer.key(),
        (key, call) -> new Call(call.fingerprint(), call.token(), answer.until(), answer.answer()));
  }
}
