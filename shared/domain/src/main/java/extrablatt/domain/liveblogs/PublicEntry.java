package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.publishing.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry as the public reads it.
 *
 * @param firstSeq the number of its first change, which orders entries, highest first
 * @param seq the number of its latest change
 * @param text the row of the log that holds its text
 * @param formerRows the numbers of rows that held its text shortly before, the latest first
 * @param face the entry in JSON, less its id, its numbers and whether it is pinned
 */
public record PublicEntry(
    EntryId id,
    long firstSeq,
    long seq,
    boolean pinned,
    boolean keyEvent,
    TextRow text,
    List<Long> formerRows,
    Rendering face) {
  /** By far the longest that a transaction shows in part. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  /** More than a text moves while a transaction that moved it before still shows in part. */
  private static final int MOST_FORMER_ROWS = 8;

  public PublicEntry {
    formerRows = List.copyOf(formerRows);
  }

  /** The entry in JSON. */
  public Rendering whole() {
    return face.beginningWith(
        "{\"id\":\"%s\",\"seq\":%d,\"firstSeq\":%d,\"pinned\":%b,"
            .formatted(id, seq, firstSeq, pinned));
  }

  /** The same after a change that leaves its text where it is. */
  public PublicEntry at(long newSeq, boolean nowPinned) {
    return new PublicEntry(id, firstSeq, newSeq, nowPinned, keyEvent, text, formerRows, face);
  }

  /** The same with its text in another row. */
  PublicEntry in(TextRow row, boolean nowPinned) {
    var former =
        Stream.concat(Stream.of(text.seq()), unsettledRows(row.at()).stream())
            .limit(MOST_FORMER_ROWS)
            .toList();
    return new PublicEntry(id, firstSeq, row.seq(), nowPinned, keyEvent, row, former, face);
  }

  /** Those that held its text before, and may still show it because of when it left them. */
  List<Long> unsettledRows(Instant now) {
    return text.at().isBefore(now.minus(SETTLING)) ? List.of() : formerRows;
  }

  /** The same saying something else. */
  PublicEntry saying(Rendering newFace, boolean isKeyEvent) {
    return new PublicEntry(id, firstSeq, seq, pinned, isKeyEvent, text, formerRows, newFace);
  }
}
