package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one step forward of a log writes: new rows at its end, older rows without their texts, and
 * the entries as the public reads them from now on.
 *
 * @param before absent if the liveblog is new
 * @param rows by number, each once; those beyond {@code before} are new
 * @param settled the numbers of rows that stay as they are, and must not be in the middle of a
 *     transaction
 */
public record LogChange(
    @Nullable LiveblogHead before,
    LiveblogHead after,
    List<LogRow> rows,
    Set<Long> settled,
    Map<EntryId, Moved> entries) {
  public LogChange {
    rows = List.copyOf(rows);
    settled = Set.copyOf(settled);
    entries = Map.copyOf(entries);
  }

  /** How the public read an entry before, and how it reads it now; at least one of them. */
  public record Moved(@Nullable PublicEntry before, @Nullable PublicEntry after) {}
}
