package extrablatt.domain.delivery;

import extrablatt.domain.Slug;
import java.time.Instant;

/** What the public finds at a liveblog's address. */
public sealed interface LiveblogFound<T> {
  /** What it asked for, as it is for this viewer now. */
  record Shown<T>(T value, boolean dependsOnCountry, Moment moment) implements LiveblogFound<T> {}

  /** The liveblog has another slug now. */
  record Moved<T>(Slug slug) implements LiveblogFound<T> {}

  /** The newsroom took it back. */
  record Withdrawn<T>(String reason, Instant at) implements LiveblogFound<T> {}

  /** The reader is ahead of the log: he has to begin anew. */
  record Ahead<T>() implements LiveblogFound<T> {}

  /** Nothing, or nothing that the public may know of. */
  record NotFound<T>() implements LiveblogFound<T> {}
}
