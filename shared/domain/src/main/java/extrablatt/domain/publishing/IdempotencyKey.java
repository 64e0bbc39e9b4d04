package extrablatt.domain.publishing;

/**
 * A caller's key for one call; the scope holds the caller and what was called, so that keys never
 * meet.
 */
public record IdempotencyKey(String scope, String key) {}
