package extrablatt.domain.liveblogs;

import java.time.Instant;

/** That a liveblog was taken out of the public's sight, and why; the reason is public. */
public record Retraction(String reason, Instant at) {}
