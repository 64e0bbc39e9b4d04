package extrablatt.domain.publishing;

import java.time.Instant;

/**
 * That a document was taken out of the public's sight, and why; the reason is public. The tombstone
 * stands where the last visible revision stood.
 */
public record Withdrawal(String reason, Instant at, Instant from, int revision) {}
