package extrablatt.domain.liveblogs;

import extrablatt.domain.publishing.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a liveblog in one transaction: all of it or nothing.
 *
 * @param log absent if the public notices nothing
 * @param batch how far its call has come once this is written
 * @param rest what is written with it: teasers, a receipt, a kept answer
 */
public record LogCommit(
    @Nullable LogChange log,
    @Nullable LiveblogChange liveblog,
    List<EntryChange> entries,
    @Nullable BatchStep batch,
    Commit rest) {
  public LogCommit {
    entries = List.copyOf(entries);
  }

  /** How far a call had come, if it had begun, and how far it is then. */
  public record BatchStep(@Nullable Batch before, Batch after) {}
}
