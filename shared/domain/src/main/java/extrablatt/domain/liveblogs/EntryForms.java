package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.ShownTeaser;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How entries are written down. */
public interface EntryForms {
  /**
   * What the public reads of an entry, less its id, its numbers and whether it is pinned. A teaser
   * may come more than once, one after the other; one that is not in the map is left out.
   */
  record Face(
      int revision,
      Instant publishedAt,
      Instant updatedAt,
      EntryContent content,
      Map<TeaserId, List<ShownTeaser>> teasers) {
    public Face {
      teasers = Map.copyOf(teasers);
    }
  }

  /**
   * A revision's content, to be stored; its teasers are known by id. The same content gives the
   * same bytes.
   */
  Bytes stored(EntryContent content);

  /** The content of a stored revision. */
  EntryContent read(Bytes stored);

  /** A JSON object whose first field stands under no condition. */
  Rendering face(Face face);
}
