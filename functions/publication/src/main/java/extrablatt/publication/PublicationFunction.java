package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleRerendering;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.liveblogs.LiveblogTeasers;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.storage.Storage;
import extrablatt.storage.TableChange;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders articles anew that show a liveblog when the liveblog changes; an entry is no such change.
 * A record that fails is tried again, and with it all that come after it.
 */
public final class PublicationFunction
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final ArticleRerendering rerendering;

  /** Wired by the process's environment. */
  public PublicationFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public PublicationFunction(Map<String, String> environment) {
    this(rerendering(Storage.from(environment), environment));
  }

  PublicationFunction(ArticleRerendering rerendering) {
    this.rerendering = rerendering;
  }

  private static ArticleRerendering rerendering(Storage storage, Map<String, String> environment) {
    var clock = Clock.systemUTC();
    var writing =
        new ArticleWriting(
            storage.content(),
            new ArticleJson(),
            new TeaserJson(),
            new LiveblogTeasers(storage.liveblogs(), new LiveblogJson()),
            new RandomIds(clock),
            clock,
            environment.getOrDefault("DEFAULT_LANGUAGE", "de"));
    return new ArticleRerendering(new ArticleDesk(writing), storage.shown());
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
    for (var record : event.getRecords()) {
      if (!isDone(record)) return Records.from(record);
    }
    return Records.done();
  }

  private boolean isDone(DynamodbStreamRecord record) {
    TableChange change = Records.change(record);
    var liveblog = change.liveblogState();
    if (liveblog.isEmpty()) return true;
    var started = System.nanoTime();
    try {
      Log.rendered(liveblog.get(), rerendering.liveblogChanged(liveblog.get()), started);
      return true;
    } catch (RuntimeException failure) {
      Log.failed("rerender", liveblog.get(), failure);
      return false;
    }
  }
}
