package extrablatt.domain.videos;

import extrablatt.domain.publishing.Publication;

/** A teaser as the newsroom sees it: its editorial state and one of its revisions. */
public record TeaserView(Publication publication, int revision, TeaserContent content) {
  /** A teaser with its head revision. */
  public TeaserView(Publication publication, TeaserContent content) {
    this(publication, publication.head(), content);
  }
}
