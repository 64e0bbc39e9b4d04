package extrablatt.publication;

import extrablatt.domain.DocumentId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.push.Push;
import java.time.Duration;

/** One line of JSON for each outcome; it holds no content. */
final class Log {
  private Log() {}

  /** How many articles and entries were looked at, or changed. */
  record Rendered(int articles, int entries) {}

  static void rendered(DocumentId changed, Rendered rendered, long started) {
    System.out.printf(
        "{\"event\":\"rerender\",\"%s\":\"%s\",\"articles\":%d,\"entries\":%d,\"milliseconds\":%d}%n",
        name(changed), changed, rendered.articles(), rendered.entries(), milliseconds(started));
  }

  private static String name(DocumentId id) {
    return switch (id.kind()) {
      case ARTICLE -> "articleId";
      case TEASER -> "teaserId";
      case LIVEBLOG -> "liveblogId";
    };
  }

  static void told(LiveblogId liveblog, long headSeq, Push.Told told, long started) {
    System.out.printf(
        "{\"event\":\"push\",\"liveblogId\":\"%s\",\"headSeq\":%d,\"sent\":%d,\"gone\":%d,\"milliseconds\":%d}%n",
        liveblog, headSeq, told.sent(), told.gone(), milliseconds(started));
  }

  /** A status of 0 stands for no answer. */
  static void refused(String connection, int status) {
    System.out.printf(
        "{\"event\":\"push-refused\",\"connectionId\":\"%s\",\"status\":%d}%n", connection, status);
  }

  static void failed(String event, DocumentId id, RuntimeException failure) {
    System.out.printf(
        "{\"event\":\"%s-failed\",\"%s\":\"%s\",\"exception\":\"%s\"}%n",
        event, name(id), id, failure.getClass().getName());
  }

  private static long milliseconds(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }
}
