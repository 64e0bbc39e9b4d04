package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How liveblogs are written down. */
public interface LiveblogForms {
  /** What the public reads of a liveblog itself, less what its head counts. */
  record Face(
      LiveblogId id,
      int revision,
      LiveblogStatus status,
      Instant startsAt,
      @Nullable Instant endedAt,
      LiveblogContent content) {}

  /** A revision's content, to be stored; the same content gives the same bytes. */
  Bytes stored(LiveblogContent content);

  /** The content of a stored revision. */
  LiveblogContent read(Bytes stored);

  /** A JSON object with at least one field. */
  Bytes face(Face face);
}
