package extrablatt.domain.liveblogs;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.articles.LiveblogTeaser;
import java.util.Locale;
import java.util.Optional;

/** Liveblogs as articles show them. */
public final class LiveblogTeasers implements KnownLiveblogs {
  private final LiveblogStore store;
  private final LiveblogForms forms;

  public LiveblogTeasers(LiveblogStore store, LiveblogForms forms) {
    this.store = store;
    this.forms = forms;
  }

  @Override
  public Optional<Known> byId(LiveblogId id) {
    return store.find(id).map(this::known);
  }

  @Override
  public Optional<Known> bySlug(Slug slug) {
    return store.bySlug(slug).flatMap(this::byId);
  }

  private Known known(Liveblog liveblog) {
    var content = forms.read(liveblog.content());
    var head = liveblog.head();
    return new Known(
        liveblog.id(),
        liveblog.version(),
        head.isPublic(),
        new LiveblogTeaser(
            liveblog.id().value(),
            head.slug().value(),
            content.kicker(),
            content.headline(),
            content.summary(),
            content.image(),
            head.status().name().toLowerCase(Locale.ROOT)));
  }
}
