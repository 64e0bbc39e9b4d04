package extrablatt.domain.liveblogs;

import extrablatt.domain.IdGenerator;
import extrablatt.domain.Pause;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.videos.TeaserForms;
import java.time.Clock;

/**
 * What it takes to write liveblogs: where they and the teasers in them are kept, how they are
 * written down, the newsroom's language, and how to wait when others write the same log.
 */
public record LiveblogWriting(
    LiveblogStore store,
    ContentStore documents,
    LiveblogForms forms,
    EntryForms entryForms,
    TeaserForms teaserForms,
    MediaLibrary media,
    IdGenerator ids,
    Clock clock,
    String defaultLanguage,
    Pause pause) {
  /** What it takes where no pictures were uploaded. */
  public LiveblogWriting(
      LiveblogStore store,
      ContentStore documents,
      LiveblogForms forms,
      EntryForms entryForms,
      TeaserForms teaserForms,
      IdGenerator ids,
      Clock clock,
      String defaultLanguage,
      Pause pause) {
    this(
        store,
        documents,
        forms,
        entryForms,
        teaserForms,
        MediaLibrary.NONE,
        ids,
        clock,
        defaultLanguage,
        pause);
  }
}
