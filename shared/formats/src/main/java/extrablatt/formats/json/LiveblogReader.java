package extrablatt.formats.json;

import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogStatus;
import java.util.Locale;
import java.util.Set;

/** Reads what is said in a liveblog. */
final class LiveblogReader {
  /** What we make ourselves: taken in and ignored, so that what was got can be put. */
  static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "revision",
          "liveRevision",
          "headSeq",
          "entryCount",
          "endedAt",
          "updatedAt",
          "origin",
          "entries",
          "pinned");

  private LiveblogReader() {}

  /** The content among other fields, which the caller reads. */
  static LiveblogContent fields(ObjectReader object) {
    object.ignore(READ_ONLY);
    return new LiveblogContent(
        ArticleReader.slug(object),
        object.text("kicker"),
        object.requiredText("headline"),
        object.text("summary"),
        object.texts("summaryPoints"),
        object.object("image", ImageReader::image),
        object.texts("sources"),
        object.texts("topics"),
        object.exactText("language"),
        object.time("startsAt"));
  }

  /** What a liveblog is doing; one of which nothing is said is a draft. */
  static LiveblogStatus status(ObjectReader object) {
    var text = object.exactText("status");
    if (text == null) return LiveblogStatus.DRAFT;
    for (var status : LiveblogStatus.values()) {
      if (text.equals(name(status))) return status;
    }
    object.fault("status", "must be one of draft, upcoming, live, paused and ended");
    return LiveblogStatus.DRAFT;
  }

  /** A status as it goes over the wire. */
  static String name(LiveblogStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
