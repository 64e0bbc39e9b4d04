package extrablatt.domain.videos;

import extrablatt.domain.Caller;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.IdGenerator;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Publication;
import java.time.Clock;

/** Where the newsroom reads video teasers. */
public final class TeaserDesk {
  private final ContentStore store;
  private final TeaserForms forms;
  private final IdGenerator ids;
  private final Clock clock;

  public TeaserDesk(ContentStore store, TeaserForms forms, IdGenerator ids, Clock clock) {
    this.store = store;
    this.forms = forms;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins the edit of a new teaser. */
  public TeaserEdit begin(Caller caller) {
    var now = clock.instant();
    var fresh = Publication.created(new TeaserId(ids.next()), now, null, null, null);
    return new TeaserEdit(store, forms, caller, now, null, fresh);
  }

  /** Begins the edit of a teaser that was read before. */
  public TeaserEdit edit(Publication current, Caller caller) {
    return new TeaserEdit(store, forms, caller, clock.instant(), current, current);
  }

  /**
   * A teaser with its head revision.
   *
   * @throws NotFound if there is none
   */
  public TeaserView view(TeaserId id) {
    var publication =
        store.find(id).orElseThrow(() -> new NotFound("There is no video teaser " + id + "."));
    var head =
        store
            .revision(id, publication.head())
            .orElseThrow(() -> new IllegalStateException("no head revision of teaser " + id));
    return new TeaserView(publication, forms.read(head.content()));
  }

  /** All teasers, newest first. */
  public Page<ContentStore.DeskLine> list(PageRequest page) {
    return store.desk(DocumentKind.TEASER, page);
  }
}
