package extrablatt.domain.videos;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.PublicForm;

/** How teasers are written down. */
public interface TeaserForms {
  /** A revision's content, to be stored. */
  Bytes stored(TeaserContent content);

  /** The content of a stored revision. */
  TeaserContent read(Bytes stored);

  /** What the newsroom's lists need of a revision, to be stored. */
  Bytes line(TeaserContent content);

  /** What the public reads; outside its window nothing of it is shown. */
  PublicForm published(ShownTeaser teaser);
}
