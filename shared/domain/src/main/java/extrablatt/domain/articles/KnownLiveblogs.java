package extrablatt.domain.articles;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import java.util.Optional;

/** The liveblogs that articles can hint at. */
public interface KnownLiveblogs {
  /** A liveblog as articles show it; its version is what optimistic locking compares. */
  record Known(LiveblogId id, long version, boolean isPublic, LiveblogTeaser teaser) {}

  /** The liveblog with that id. */
  Optional<Known> byId(LiveblogId id);

  /** The liveblog with that slug. */
  Optional<Known> bySlug(Slug slug);

  /** A newsroom that has no liveblogs. */
  KnownLiveblogs NONE =
      new KnownLiveblogs() {
        @Override
        public Optional<Known> byId(LiveblogId id) {
          return Optional.empty();
        }

        @Override
        public Optional<Known> bySlug(Slug slug) {
          return Optional.empty();
        }
      };
}
