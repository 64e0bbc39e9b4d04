package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import java.time.Instant;

/** Remembers which calls have been answered. A record past its time counts as absent. */
public interface IdempotencyStore {
  /** What is known of a key when a call with it begins. */
  sealed interface Beginning {
    /** Nothing: the call may go on, and finishes or abandons with this token. */
    record Fresh(String token) implements Beginning {}

    /** The call was answered before. */
    record Answered(Bytes answer) implements Beginning {}

    /** The same call is being worked on. */
    record InFlight() implements Beginning {}

    /** The key was used for another body. */
    record OtherBody() implements Beginning {}
  }

  /** Takes the key until {@code lease}, unless it is taken; the fingerprint is that of the body. */
  Beginning begin(IdempotencyKey key, String fingerprint, Instant now, Instant lease);

  /** Keeps the answer of a call that changed nothing. */
  void finish(KeptAnswer answer);

  /** Gives the key back after a refusal. */
  void abandon(IdempotencyKey key, String token);
}
