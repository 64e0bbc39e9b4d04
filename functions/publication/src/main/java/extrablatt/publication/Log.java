package extrablatt.publication;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.push.Push;
import java.time.Duration;

/** One line of JSON for each outcome; it holds no content. */
final class Log {
  private Log() {}

  static void rendered(LiveblogId liveblog, int articles, long started) {
    System.out.printf(
        "{\"event\":\"rerender\",\"liveblogId\":\"%s\",\"articles\":%d,\"milliseconds\":%d}%n",
        liveblog, articles, milliseconds(started));
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

  static void failed(String event, LiveblogId liveblog, RuntimeException failure) {
    System.out.printf(
        "{\"event\":\"%s-failed\",\"liveblogId\":\"%s\",\"exception\":\"%s\"}%n",
        event, liveblog, failure.getClass().getName());
  }

  private static long milliseconds(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }
}
