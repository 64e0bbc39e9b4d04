package extrablatt.domain.liveblogs;

import extrablatt.domain.TeaserId;
import extrablatt.domain.videos.TeaserView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the newsroom sees it: its editorial state, what it says, and the teasers in that.
 *
 * @param published what the public reads of it, if it may
 */
public record EntryView(
    Entry entry,
    @Nullable PublicEntry published,
    EntryContent content,
    Map<TeaserId, TeaserView> teasers) {
  public EntryView {
    teasers = Map.copyOf(teasers);
  }
}
