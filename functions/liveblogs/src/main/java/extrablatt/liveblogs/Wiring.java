package extrablatt.liveblogs;

import extrablatt.domain.Pause;
import extrablatt.domain.RandomIds;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.log.Call;
import java.time.Clock;
import java.util.Map;

/** Puts together what it takes to write liveblogs. */
final class Wiring {
  private Wiring() {}

  static LiveblogWriting writing(
      Map<String, String> environment,
      LiveblogStore store,
      ContentStore documents,
      MediaLibrary media,
      Clock clock,
      Pause pause) {
    return new LiveblogWriting(
        store,
        documents,
        new LiveblogJson(),
        new EntryJson(),
        new TeaserJson(),
        media,
        new RandomIds(clock),
        clock,
        environment.getOrDefault("DEFAULT_LANGUAGE", "de"),
        counted(pause));
  }

  /** Whoever waits had its number or its document taken by somebody else. */
  static Pause counted(Pause pause) {
    return tries -> {
      Call.appendConflict();
      pause.before(tries);
    };
  }
}
