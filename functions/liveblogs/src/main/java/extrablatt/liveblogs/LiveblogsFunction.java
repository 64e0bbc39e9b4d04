package extrablatt.liveblogs;

import extrablatt.domain.Pause;
import extrablatt.domain.Pauses;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.IdempotencyStore;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.http.Cursors;
import extrablatt.http.HttpFunction;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Router;
import extrablatt.storage.Storage;
import java.time.Clock;
import java.util.Map;

/** Answers the newsroom's calls about liveblogs and their entries. */
public final class LiveblogsFunction extends HttpFunction {
  /** Where the function reads and writes. */
  record Stores(
      LiveblogStore liveblogs,
      ContentStore content,
      MediaLibrary media,
      IdempotencyStore idempotency) {}

  /** Wired by the process's environment. */
  public LiveblogsFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public LiveblogsFunction(Map<String, String> environment) {
    this(environment, stores(Storage.from(environment)), Clock.systemUTC());
  }

  /** On stores that are open already, with a way to wait when others write the same log. */
  public LiveblogsFunction(
      Storage storage, Map<String, String> environment, Clock clock, Pause pause) {
    this(environment, opened(storage), clock, pause);
  }

  LiveblogsFunction(Map<String, String> environment, Stores stores, Clock clock) {
    this(environment, stores, clock, Pauses.fullJitter());
  }

  private LiveblogsFunction(
      Map<String, String> environment, Stores stores, Clock clock, Pause pause) {
    super(
        router(
            Wiring.writing(
                environment, stores.liveblogs(), stores.content(), stores.media(), clock, pause),
            new Idempotency(stores.idempotency(), clock, Idempotency.LEASE),
            Cursors.from(environment)),
        NewsroomGuard.in(environment));
  }

  private static Stores stores(Storage storage) {
    storage.prime();
    return opened(storage);
  }

  private static Stores opened(Storage storage) {
    return new Stores(
        storage.liveblogs(), storage.content(), storage.mediaLibrary(), storage.idempotency());
  }

  private static Router router(LiveblogWriting writing, Idempotency idempotency, Cursors cursors) {
    var json = new LiveblogJson();
    var desk = new LiveblogDesk(writing);
    var answers = new LiveblogAnswers(desk, json);
    return new LiveblogReadEndpoints(desk, json, answers, cursors)
        .router()
        .and(new LiveblogWriteEndpoints(desk, json, answers, idempotency).router())
        .and(entries(writing, desk, idempotency, cursors));
  }

  private static Router entries(
      LiveblogWriting writing, LiveblogDesk liveblogs, Idempotency idempotency, Cursors cursors) {
    var json = new EntryJson();
    var desk = new EntryDesk(writing);
    var posting = new EntryPosting(writing);
    var answers = new EntryAnswers(json, writing.clock());
    return new EntryReadEndpoints(liveblogs, desk, answers, cursors)
        .router()
        .and(new EntryPostEndpoint(liveblogs, posting, json, answers, idempotency).router())
        .and(new EntryWriteEndpoints(liveblogs, desk, json, answers, idempotency).router());
  }
}
