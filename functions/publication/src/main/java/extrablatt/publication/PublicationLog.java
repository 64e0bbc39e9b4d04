package extrablatt.publication;

import extrablatt.domain.DocumentId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.push.Push;
import extrablatt.log.Log;

/** One line of JSON for each outcome; it holds no content. */
final class PublicationLog {
  private final Log log;

  PublicationLog(Log log) {
    this.log = log;
  }

  /** How many articles and entries were looked at, or changed. */
  record Rendered(int articles, int entries) {}

  void rendered(DocumentId changed, Rendered rendered, long started) {
    log.line("rerender")
        .text(name(changed), changed.toString())
        .number("articles", rendered.articles())
        .number("entries", rendered.entries())
        .since(started)
        .write();
  }

  private static String name(DocumentId id) {
    return switch (id.kind()) {
      case ARTICLE -> "articleId";
      case TEASER -> "teaserId";
      case LIVEBLOG -> "liveblogId";
    };
  }

  void told(LiveblogId liveblog, long headSeq, Push.Told told, long started) {
    log.line("push")
        .text("liveblogId", liveblog.value())
        .number("headSeq", headSeq)
        .number("sent", told.sent())
        .number("gone", told.gone())
        .since(started)
        .write();
  }

  void answered(String route, String connection, int status, long started) {
    log.line("socket")
        .text("route", route)
        .text("connectionId", connection)
        .number("status", status)
        .since(started)
        .write();
  }

  /** A status of 0 stands for no answer. */
  void refused(String connection, int status) {
    log.line("push-refused").text("connectionId", connection).number("status", status).write();
  }

  void invalidated(int paths, long started) {
    log.line("invalidation").number("paths", paths).since(started).write();
  }

  void notInvalidated(RuntimeException failure) {
    log.line("invalidation-failed").failure(failure).write();
  }

  void failed(String event, DocumentId id, RuntimeException failure) {
    log.line(event + "-failed").text(name(id), id.toString()).failure(failure).write();
  }
}
