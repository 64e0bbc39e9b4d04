package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import java.time.Instant;

/** That an entry was scheduled for a time. */
public record Due(Instant publishAt, LiveblogId liveblog, EntryId entry) {}
