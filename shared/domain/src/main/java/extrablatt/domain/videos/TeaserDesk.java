package extrablatt.domain.videos;

import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ContentStore;

/** Where the newsroom reads video teasers. */
public final class TeaserDesk {
  private final ContentStore store;
  private final TeaserForms forms;

  public TeaserDesk(ContentStore store, TeaserForms forms) {
    this.store = store;
    this.forms = forms;
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
