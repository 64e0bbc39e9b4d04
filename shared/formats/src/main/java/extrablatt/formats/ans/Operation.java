package extrablatt.formats.ans;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.foreign.ForeignArticle;
import extrablatt.formats.foreign.PubStatus;
import extrablatt.formats.json.ForeignJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of ANS: it brings a story or a video, or takes one back. Its date is the version, so
 * that what it brings and what it takes back have one order.
 */
final class Operation {
  private static final Set<String> TYPES =
      Set.of("content-operation", "story_operation", "video_operation");

  private static final Set<String> BRINGING =
      Set.of("insert-story", "insert-video", "create", "update", "publish_edition");

  private static final Set<String> TAKING =
      Set.of("delete-story", "delete-video", "delete", "unpublish_edition");

  private static final List<String> IDS = List.of("id", "story_id", "video_id");
  private static final List<String> BODIES = List.of("body", "story", "video");

  private final ForeignJson json;

  private Operation(ForeignJson json) {
    this.json = json;
  }

  /** Whether the names of a document are those of an operation. */
  static boolean isOne(Set<String> names) {
    return names.contains("type")
        && names.contains("operation")
        && (names.contains("organization_id") || IDS.stream().anyMatch(names::contains));
  }

  /** An operation; null if the document is none. */
  static @Nullable Operation of(ForeignJson json) {
    return TYPES.contains(String.valueOf(json.text("type"))) ? new Operation(json) : null;
  }

  /** Reads what an operation brings. */
  interface Bringing {
    /** Reads it, told where in the operation it stands. */
    Reading of(ForeignJson body, String pointer);
  }

  Reading reading(String format, Bringing bringing) {
    var name = String.valueOf(json.text("operation"));
    if (TAKING.contains(name)) return taken(format, name);
    if (!BRINGING.contains(name))
      return refused(
          format, "unsupported-kind", "/operation", "is %s, which is not taken in".formatted(name));
    for (var each : BODIES) {
      var body = json.object(each);
      if (body != null) return bringing.of(body, "/" + each);
    }
    return refused(format, "invalid", "/body", "is missing: the operation brings nothing");
  }

  private Reading taken(String format, String name) {
    var article = new ForeignArticle();
    tell(article);
    if (article.guid() == null)
      return refused(format, "invalid", "/id", "is missing: nobody could say what shall go");
    var reason = name.startsWith("un") ? "unpublished by its provider" : "deleted by its provider";
    return article.killed(format, PubStatus.CANCELED, reason);
  }

  /** Tells an article what the operation knows of it. */
  void tell(ForeignArticle article) {
    for (var name : IDS) article.guid(json.text(name));
    var date = AnsStory.time(json.text("date"));
    if (date != null) article.version(Long.toString(Math.max(0, date.toEpochMilli())));
    if ("false".equals(json.text("published"))) article.draft("published: false");
  }

  private static Reading refused(String format, String problem, String pointer, String detail) {
    return new Reading.Refused(format, problem, List.of(Fault.at(pointer, detail)));
  }
}
