package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import java.time.Instant;

/** The answer to a call with an idempotency key, kept with what the call changed. */
public record KeptAnswer(IdempotencyKey key, String token, Bytes answer, Instant until) {}
