package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import java.time.Instant;

/** A change of a liveblog; an entry has at most one row with text. */
public sealed interface LogRow {
  /** Its number; the numbers of a liveblog have no gaps. */
  long seq();

  /** When it happened. */
  Instant at();

  /** An entry was posted or edited. */
  record Put(long seq, Instant at, PublicEntry entry) implements LogRow {}

  /** An entry was pinned, or a pinned one was edited; position 0 is the top. */
  record Pinned(long seq, Instant at, PublicEntry entry, int position) implements LogRow {}

  /** An entry is no longer pinned. */
  record Unpinned(long seq, Instant at, EntryId entry) implements LogRow {}

  /** An entry was removed. */
  record Removed(long seq, Instant at, EntryId entry) implements LogRow {}

  /** The liveblog itself changed; its JSON without entries. */
  record LiveblogChanged(long seq, Instant at, Bytes liveblog) implements LogRow {}

  /** A later row carries what stood here. */
  record Superseded(long seq, Instant at) implements LogRow {}
}
