package extrablatt.domain.liveblogs;

import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Commit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a liveblog in one transaction: all of it or nothing.
 *
 * @param log absent if the public notices nothing
 * @param rendered the video teasers that are rendered into its entries now, and the version that
 *     they had: they have to stand so when it is written
 * @param batch how far its call has come once this is written
 * @param rest what is written with it: teasers, a receipt, a kept answer
 */
public record LogCommit(
    @Nullable LogChange log,
    @Nullable LiveblogChange liveblog,
    List<EntryChange> entries,
    @Nullable BatchStep batch,
    Map<TeaserId, Long> rendered,
    Commit rest) {
  public LogCommit {
    entries = List.copyOf(entries);
    rendered = Map.copyOf(rendered);
  }

  /** What is recorded of a call under its key, if anything, and how far it is then. */
  public record BatchStep(@Nullable Batch before, Batch after) {}
}
