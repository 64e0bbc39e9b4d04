package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Revision;

/** What lists of revisions show. */
final class RevisionLine {
  private RevisionLine() {}

  static Bytes written(Revision.Line line, boolean live) {
    return JsonWriter.object(json -> {
      json.number("revision", line.number());
      json.time("savedAt", line.savedAt());
      json.requiredText("savedBy", line.savedBy());
      json.requiredText("headline", line.headline());
      json.flag("live", live);
    });
  }
}
