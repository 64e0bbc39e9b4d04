package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.publishing.Rendering;

/**
 * An entry as the public reads it.
 *
 * @param firstSeq the number of its first change, which orders entries, highest first
 * @param seq the number of its latest change
 * @param text the row of the log that holds its text
 * @param face the entry in JSON, less its id, its numbers and whether it is pinned
 */
public record PublicEntry(
    EntryId id,
    long firstSeq,
    long seq,
    boolean pinned,
    boolean keyEvent,
    TextRow text,
    Rendering face) {

  /** The entry in JSON. */
  public Rendering whole() {
    return face.beginningWith(
        "{\"id\":\"%s\",\"seq\":%d,\"firstSeq\":%d,\"pinned\":%b,"
            .formatted(id, seq, firstSeq, pinned));
  }

  /** The same after a change that leaves its text where it is. */
  public PublicEntry at(long newSeq, boolean nowPinned) {
    return new PublicEntry(id, firstSeq, newSeq, nowPinned, keyEvent, text, face);
  }

  /** The same with its text in another row. */
  PublicEntry in(TextRow row, boolean nowPinned) {
    return new PublicEntry(id, firstSeq, row.seq(), nowPinned, keyEvent, row, face);
  }

  /** The same saying something else. */
  PublicEntry saying(Rendering newFace, boolean isKeyEvent) {
    return new PublicEntry(id, firstSeq, seq, pinned, isKeyEvent, text, newFace);
  }
}
