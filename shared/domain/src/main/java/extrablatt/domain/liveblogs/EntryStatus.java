package extrablatt.domain.liveblogs;

/** Whether the public may read an entry: once it is published it stays so until it is removed. */
public enum EntryStatus {
  DRAFT,
  SCHEDULED,
  PUBLISHED
}
