package extrablatt.publication;

import extrablatt.domain.DocumentId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LogCommit;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Does something once, right before the first commit that concerns a document. */
final class Meanwhile {
  private final DocumentId document;
  private final Runnable what;
  private boolean happened;

  Meanwhile(DocumentId document, Runnable what) {
    this.document = document;
    this.what = what;
  }

  boolean happened() {
    return happened;
  }

  ContentStore around(ContentStore store) {
    return (ContentStore)
        Proxy.newProxyInstance(
            ContentStore.class.getClassLoader(),
            new Class<?>[] {ContentStore.class},
            (_, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Commit commit) before(commit);
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }

  /** The same right before the first commit of a liveblog that renders the document. */
  LiveblogStore around(LiveblogStore store) {
    return (LiveblogStore)
        Proxy.newProxyInstance(
            LiveblogStore.class.getClassLoader(),
            new Class<?>[] {LiveblogStore.class},
            (_, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof LogCommit commit) before(commit);
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }

  private void before(LogCommit commit) {
    if (!happened && document instanceof TeaserId teaser && commit.rendered().containsKey(teaser)) {
      happened = true;
      what.run();
    }
  }

  private void before(Commit commit) {
    var concerned =
        commit.changes().stream().anyMatch(change -> change.after().id().equals(document));
    if (happened || !concerned) return;
    happened = true;
    what.run();
  }
}
