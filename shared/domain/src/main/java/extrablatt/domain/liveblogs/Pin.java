package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;

/** A pinned entry: where it stands, and which row of the log holds its text. */
public record Pin(EntryId entry, long firstSeq, long textSeq) {}
