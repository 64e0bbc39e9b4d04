package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogForms;
import extrablatt.domain.liveblogs.LiveblogRules;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Liveblogs in our JSON, without their entries: as they are stored, as the newsroom sends and gets
 * them, as the public reads them.
 */
public final class LiveblogJson implements LiveblogForms {
  @Override
  public Bytes stored(LiveblogContent content) {
    return JsonWriter.object(json -> {
      if (content.slug() != null) json.requiredText("slug", content.slug().value());
      LiveblogWriter.content(json, content);
      json.time("startsAt", content.startsAt());
    });
  }

  @Override
  public LiveblogContent read(Bytes stored) {
    return StoredReading.read(stored, LiveblogReader::fields);
  }

  @Override
  public Bytes face(Face face) {
    var content = face.content();
    return JsonWriter.object(json -> {
      json.requiredText("id", face.id().value());
      if (content.slug() != null) json.requiredText("slug", content.slug().value());
      json.number("revision", face.revision());
      json.requiredText("status", LiveblogReader.name(face.status()));
      LiveblogWriter.content(json, content);
      json.time("startsAt", face.startsAt());
      json.time("endedAt", face.endedAt());
    });
  }

  /** Reads the body of a POST or PUT. */
  public LiveblogReading readContent(Bytes json, BodyKind kind) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new LiveblogReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var object) -> read(object, kind, new Findings());
    };
  }

  /** Reads the body of a PATCH: a merge patch (RFC 7396) over a liveblog's newsroom form. */
  public LiveblogReading patched(Bytes newsroomForm, Bytes patch) {
    return switch (JsonParsing.parse(patch)) {
      case Parsed.Broken(var fault) ->
          new LiveblogReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var changes) -> patched(StoredReading.object(newsroomForm), changes);
    };
  }

  /**
   * The head revision as the newsroom reads it. One that is withdrawn shows what it was doing then:
   * a liveblog has no status for it, since nothing leads back from there, and only {@code
   * liveRevision} goes, as the public reads none.
   */
  public Bytes newsroomForm(Liveblog liveblog, LiveblogContent content) {
    var head = liveblog.head();
    return JsonWriter.object(json -> {
      json.requiredText("id", liveblog.id().value());
      json.number("revision", liveblog.revision());
      if (head.isPublic()) json.number("liveRevision", liveblog.revision());
      json.requiredText("status", LiveblogReader.name(head.status()));
      json.requiredText("slug", head.slug().value());
      LiveblogWriter.content(json, content);
      json.time("startsAt", head.startsAt());
      json.time("endedAt", liveblog.endedAt());
      json.number("headSeq", head.headSeq());
      json.number("entryCount", head.entryCount());
      json.time("updatedAt", head.updatedAt());
      PublicationWriter.origin(json, liveblog.origin());
    });
  }

  private static LiveblogReading patched(JsonObject form, JsonObject patch) {
    var findings = new Findings();
    MergePatch.refuseUnknownRemovals(
        patch,
        object -> {
          LiveblogReader.fields(object);
          object.ignore(Set.of("status"));
        },
        findings);
    return read(MergePatch.apply(form, patch), BodyKind.REPLACEMENT, findings);
  }

  private static LiveblogReading read(JsonObject json, BodyKind kind, Findings findings) {
    var object = ValueReader.ofForeign(findings).object(json, "");
    var content = LiveblogReader.fields(object);
    var status =
        switch (kind) {
          case CREATION -> LiveblogReader.status(object);
          case REPLACEMENT -> {
            object.ignore(Set.of("status"));
            yield LiveblogStatus.DRAFT;
          }
        };
    object.refuseUnknown();
    findings.addFromRules(LiveblogRules.faults(content));
    if (findings.isEmpty()) return new LiveblogReading.Read(content, status);
    return new LiveblogReading.Refused(
        Problems.INVALID, FaultLimit.capped(findings.faults()), content.slug());
  }
}
