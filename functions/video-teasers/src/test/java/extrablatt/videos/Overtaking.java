package extrablatt.videos;

import extrablatt.domain.Caller;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.HandClock;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store in which somebody else saves a teaser just before its first change is written. */
final class Overtaking {
  private final ContentStore store;
  private final TeaserDesk other;

  private Overtaking(ContentStore store) {
    this.store = store;
    this.other =
        new TeaserDesk(
            store,
            new TeaserJson(),
            MediaLibrary.NONE,
            () -> "needs no id",
            new HandClock(Newsroom.NOON));
  }

  static ContentStore around(ContentStore store) {
    var overtaking = new Overtaking(store);
    return (ContentStore)
        Proxy.newProxyInstance(
            Overtaking.class.getClassLoader(),
            new Class<?>[] {ContentStore.class},
            (_, method, arguments) -> overtaking.call(method, arguments));
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Exception {
    if (arguments != null && arguments[0] instanceof Commit commit) overtake(commit);
    return method.invoke(store, arguments);
  }

  private void overtake(Commit commit) {
    var before = commit.changes().getFirst().before();
    if (before == null || before.version() > 1) return;
    var content = TeaserContent.of("Überholt", null, null, null, null);
    other.save(before, content, new Caller("another"), Alongside.NOTHING);
  }
}
