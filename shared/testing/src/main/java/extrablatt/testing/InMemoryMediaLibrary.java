package extrablatt.testing;

import extrablatt.domain.TeaserId;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaChange;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.MediaName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is known of media files, in memory. */
public final class InMemoryMediaLibrary implements MediaLibrary {
  private final Object lock;
  private final Map<TeaserId, MediaBundle> bundles = new HashMap<>();
  private final Map<MediaName, TeaserId> names = new HashMap<>();
  private final Map<String, KnownPicture> pictures = new HashMap<>();

  InMemoryMediaLibrary(Object lock) {
    this.lock = lock;
  }

  @Override
  public Optional<MediaBundle> bundle(TeaserId teaser) {
    synchronized (lock) {
      return Optional.ofNullable(bundles.get(teaser));
    }
  }

  @Override
  public Optional<TeaserId> named(MediaName name) {
    synchronized (lock) {
      return Optional.ofNullable(names.get(name));
    }
  }

  @Override
  public List<KnownPicture> pictures(Collection<String> ids) {
    synchronized (lock) {
      return ids.stream().distinct().map(pictures::get).filter(Objects::nonNull).toList();
    }
  }

  boolean isUnchanged(MediaChange change) {
    var after = change.after();
    if (after == null) return true;
    var stored = bundles.get(after.teaser());
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  boolean isNameFree(MediaChange change) {
    var after = change.after();
    if (after == null || !change.claims()) return true;
    return names.getOrDefault(after.name(), after.teaser()).equals(after.teaser());
  }

  void write(MediaChange change) {
    var after = change.after();
    if (after != null) {
      bundles.put(after.teaser(), after);
      var name = after.name();
      if (change.claims() && name != null) names.put(name, after.teaser());
    }
    change.pictures().forEach(picture -> pictures.put(picture.file().id(), picture));
  }
}
