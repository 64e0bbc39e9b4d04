package extrablatt.liveblogs;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import extrablatt.domain.Caller;
import extrablatt.domain.Pause;
import extrablatt.domain.Pauses;
import extrablatt.domain.liveblogs.Due;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.LiveblogStore;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.log.Call;
import extrablatt.log.Line;
import extrablatt.log.Log;
import extrablatt.storage.Storage;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries visible whose time has come. What calls it says nothing that matters: a call
 * that comes late, twice or while another is at work does no harm.
 */
public final class DueEntriesFunction implements RequestStreamHandler {
  private static final Caller SCHEDULE = new Caller("schedule");
  private static final int PAGE = 100;

  private final Log log = Log.standard();
  private final LiveblogStore store;
  private final EntryDesk desk;
  private final Clock clock;

  /** Wired by the process's environment. */
  public DueEntriesFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public DueEntriesFunction(Map<String, String> environment) {
    this(Storage.from(environment), environment, Clock.systemUTC(), Pauses.fullJitter());
  }

  /** On stores that are open already, with a way to wait when others write the same log. */
  public DueEntriesFunction(
      Storage storage, Map<String, String> environment, Clock clock, Pause pause) {
    this(
        Wiring.writing(
            environment, storage.liveblogs(), storage.content(), MediaLibrary.NONE, clock, pause));
  }

  DueEntriesFunction(LiveblogWriting writing) {
    this.store = writing.store();
    this.desk = new EntryDesk(writing);
    this.clock = writing.clock();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    Call.within(
        requestId,
        () -> {
          publishDue();
          return true;
        });
  }

  /**
   * Publishes everything that is due now; what fails is tried again by the next sweep.
   *
   * @throws IllegalStateException if anything failed, once all the others are published
   */
  void publishDue() {
    var now = clock.instant();
    var tried = new HashSet<Due>();
    var failures = new HashSet<Due>();
    while (true) {
      var due = store.due(now, PAGE + failures.size());
      var fresh = due.stream().filter(tried::add).toList();
      if (fresh.isEmpty()) break;
      for (var each : fresh) {
        if (!isPublished(each)) failures.add(each);
      }
    }
    if (!failures.isEmpty())
      throw new IllegalStateException(failures.size() + " due entries could not be published");
  }

  private boolean isPublished(Due due) {
    var started = System.nanoTime();
    try {
      desk.publish(due, SCHEDULE);
      line("entry.swept", due).since(started).write();
      return true;
    } catch (RuntimeException failure) {
      line("entry.sweep-failed", due).failure(failure).write();
      return false;
    }
  }

  /** Ids only, never what an entry says. */
  private Line line(String event, Due due) {
    return log.line(event)
        .text("liveblogId", due.liveblog().value())
        .text("entryId", due.entry().value());
  }
}
