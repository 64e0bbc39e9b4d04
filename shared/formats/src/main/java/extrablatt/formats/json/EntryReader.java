package extrablatt.formats.json;

import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryStatus;
import java.util.Locale;
import java.util.Set;

/** Reads what is said in an entry of a liveblog. */
final class EntryReader {
  /** What we make ourselves: taken in and ignored, so that what was got can be put. */
  static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "liveblogId",
          "seq",
          "firstSeq",
          "revision",
          "liveRevision",
          "pinned",
          "publishedAt",
          "updatedAt",
          "origin");

  private EntryReader() {}

  /** The content among other fields, which the caller reads. */
  static EntryContent fields(ObjectReader object) {
    object.ignore(READ_ONLY);
    return new EntryContent(
        object.text("headline"),
        object.objects("body", BlockReader::block),
        object.objects("authors", ArticleReader::author),
        object.texts("sources"),
        object.flag("keyEvent"),
        !object.has("significant") || object.flag("significant"),
        object.time("eventTime"));
  }

  /** The content, and whether and when the public shall read it. */
  static EntrySave save(ObjectReader object) {
    var status = status(object);
    var publishAt = object.time("publishAt");
    if (status == EntryStatus.SCHEDULED && !object.has("publishAt"))
      object.fault("publishAt", "is missing: a scheduled entry says when it becomes visible");
    return new EntrySave(fields(object), status, publishAt);
  }

  private static EntryStatus status(ObjectReader object) {
    var text = object.exactText("status");
    if (text == null) return EntryStatus.PUBLISHED;
    for (var status : EntryStatus.values()) {
      if (text.equals(name(status))) return status;
    }
    object.fault("status", "must be one of draft, scheduled and published");
    return EntryStatus.PUBLISHED;
  }

  /** A status as it goes over the wire. */
  static String name(EntryStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
