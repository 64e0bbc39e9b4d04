package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import extrablatt.domain.DocumentId;
import extrablatt.domain.Pauses;
import extrablatt.domain.RandomIds;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleForms;
import extrablatt.domain.articles.ArticleRerendering;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryRerendering;
import extrablatt.domain.liveblogs.LiveblogTeasers;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.formats.Site;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.log.Call;
import extrablatt.log.Log;
import extrablatt.storage.Storage;
import extrablatt.storage.TableChange;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings articles into the lists of the teasers that they show, and renders articles and entries
 * anew that show a liveblog or a video teaser when that changes; an entry of a liveblog is no such
 * change. A record that fails is tried again, and with it all that come after it; what reads as it
 * stands by then is not written again.
 */
public final class PublicationFunction
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final PublicationLog log = new PublicationLog(Log.standard());
  private final ArticleRerendering articles;
  private final EntryRerendering entries;

  /** Wired by the process's environment. */
  public PublicationFunction() {
    this(System.getenv());
  }

  /** Wired by an environment. */
  public PublicationFunction(Map<String, String> environment) {
    this(
        Storage.from(environment),
        new ArticleJson(Site.of(environment.get("SITE_URL"))),
        environment.getOrDefault("DEFAULT_LANGUAGE", "de"),
        Clock.systemUTC());
  }

  private PublicationFunction(Storage storage, ArticleForms forms, String language, Clock clock) {
    this(articles(storage, forms, language, clock), entries(storage, language, clock));
  }

  PublicationFunction(ArticleRerendering articles, EntryRerendering entries) {
    this.articles = articles;
    this.entries = entries;
  }

  private static ArticleRerendering articles(
      Storage storage, ArticleForms forms, String language, Clock clock) {
    var writing =
        new ArticleWriting(
            storage.content(),
            forms,
            new TeaserJson(),
            new LiveblogTeasers(storage.liveblogs(), new LiveblogJson()),
            new RandomIds(clock),
            clock,
            language);
    return new ArticleRerendering(new ArticleDesk(writing), storage.shown());
  }

  private static EntryRerendering entries(Storage storage, String language, Clock clock) {
    var writing =
        new LiveblogWriting(
            storage.liveblogs(),
            storage.content(),
            new LiveblogJson(),
            new EntryJson(),
            new TeaserJson(),
            new RandomIds(clock),
            clock,
            language,
            Pauses.fullJitter());
    return new EntryRerendering(new EntryDesk(writing), storage.shown());
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, @Nullable Context context) {
    var requestId = context == null ? null : context.getAwsRequestId();
    return Call.within(requestId, () -> handle(event));
  }

  private StreamsEventResponse handle(DynamodbEvent event) {
    for (var record : Records.of(event)) {
      if (!isDone(Records.change(record))) return Records.from(record);
    }
    return Records.done();
  }

  private boolean isDone(TableChange change) {
    var liveblog = change.liveblogState().orElse(null);
    if (liveblog != null)
      return isDone(
          liveblog, () -> new PublicationLog.Rendered(articles.liveblogChanged(liveblog), 0));
    var article = change.articleState().orElse(null);
    if (article != null)
      return isDone(
          article, () -> new PublicationLog.Rendered(articles.articleChanged(article), 0));
    var teaser = change.teaserState().orElse(null);
    if (teaser == null) return true;
    return isDone(
        teaser,
        () ->
            new PublicationLog.Rendered(
                articles.teaserChanged(teaser), entries.teaserChanged(teaser)));
  }

  private boolean isDone(DocumentId changed, Supplier<PublicationLog.Rendered> rendering) {
    var started = System.nanoTime();
    try {
      log.rendered(changed, rendering.get(), started);
      return true;
    } catch (RuntimeException failure) {
      log.failed("rerender", changed, failure);
      return false;
    }
  }
}
