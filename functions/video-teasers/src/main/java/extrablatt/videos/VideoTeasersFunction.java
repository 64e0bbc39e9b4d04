package extrablatt.videos;

import extrablatt.domain.RandomIds;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Router;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;

/** Answers the newsroom's calls about video teasers. */
public final class VideoTeasersFunction extends HttpFunction {
  /** Wired by the process's environment. */
  public VideoTeasersFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public VideoTeasersFunction(Map<String, String> environment) {
    this(environment, primed(Storage.from(environment)), Clock.systemUTC());
  }

  VideoTeasersFunction(Map<String, String> environment, ContentStore store, Clock clock) {
    super(router(environment, store, clock), NewsroomGuard.in(environment));
  }

  private static ContentStore primed(Storage storage) {
    storage.prime();
    return storage.content();
  }

  private static Router router(Map<String, String> environment, ContentStore store, Clock clock) {
    var json = new TeaserJson();
    return new TeaserReadEndpoints(
            new TeaserDesk(store, json, new RandomIds(clock), clock),
            json,
            Cursors.from(environment),
            clock)
        .router();
  }
}
