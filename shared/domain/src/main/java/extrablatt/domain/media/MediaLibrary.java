package extrablatt.domain.media;

import extrablatt.domain.TeaserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Knows the files that came in. Every read sees every commit that was acknowledged before it; what
 * is known is written with a {@code Commit}.
 */
public interface MediaLibrary {
  /** Knows of no file. */
  MediaLibrary NONE =
      new MediaLibrary() {
        @Override
        public Optional<MediaBundle> bundle(TeaserId teaser) {
          return Optional.empty();
        }

        @Override
        public Optional<TeaserId> named(MediaName name) {
          return Optional.empty();
        }

        @Override
        public List<KnownPicture> pictures(Collection<String> ids) {
          return List.of();
        }
      };

  /** The files of a teaser. */
  Optional<MediaBundle> bundle(TeaserId teaser);

  /** Which teaser dropped files of a name belong to. */
  Optional<TeaserId> named(MediaName name);

  /** Those of the pictures with these ids that are handed out. */
  List<KnownPicture> pictures(Collection<String> ids);
}
