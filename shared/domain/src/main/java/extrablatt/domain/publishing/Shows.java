package extrablatt.domain.publishing;

import extrablatt.domain.LiveblogId;
import java.util.Map;
import java.util.Set;

/**
 * Which liveblogs a document shows.
 *
 * @param rendered those whose texts are rendered into it now, and the version that they had: they
 *     have to stand so when the document is written
 * @param added those that it has not shown so far
 * @param dropped those that it shows no longer
 */
public record Shows(
    Map<LiveblogId, Long> rendered, Set<LiveblogId> added, Set<LiveblogId> dropped) {
  /** No liveblog is concerned. */
  public static final Shows NOTHING = new Shows(Map.of(), Set.of(), Set.of());

  public Shows {
    rendered = Map.copyOf(rendered);
    added = Set.copyOf(added);
    dropped = Set.copyOf(dropped);
  }
}
