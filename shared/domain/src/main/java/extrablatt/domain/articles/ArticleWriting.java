package extrablatt.domain.articles;

import extrablatt.domain.IdGenerator;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.videos.TeaserForms;
import java.time.Clock;

/**
 * What it takes to write articles: where they are kept, how they are written down, and the
 * newsroom's language.
 */
public record ArticleWriting(
    ContentStore store,
    ArticleForms forms,
    TeaserForms teaserForms,
    KnownLiveblogs liveblogs,
    MediaLibrary media,
    IdGenerator ids,
    Clock clock,
    String defaultLanguage) {
  /** What it takes where no pictures were uploaded. */
  public ArticleWriting(
      ContentStore store,
      ArticleForms forms,
      TeaserForms teaserForms,
      KnownLiveblogs liveblogs,
      IdGenerator ids,
      Clock clock,
      String defaultLanguage) {
    this(store, forms, teaserForms, liveblogs, MediaLibrary.NONE, ids, clock, defaultLanguage);
  }
}
