package extrablatt.formats.json;

import extrablatt.domain.articles.ArticleRules;
import extrablatt.formats.DeliveryRules;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads an article's body and finds everything that is wrong with it. */
final class ContentBody {
  private ContentBody() {}

  /** The patched content of an article; a name that the patch removes has to be known too. */
  static ContentReading patched(JsonObject article, JsonObject patch) {
    var findings = new Findings();
    MergePatch.refuseUnknownRemovals(
        patch,
        object -> {
          ArticleReader.fields(object);
          object.time("publishAt");
        },
        findings);
    return read(MergePatch.apply(article, patch), BodyKind.REPLACEMENT, findings);
  }

  static ContentReading read(JsonObject json, BodyKind kind) {
    return read(json, kind, new Findings());
  }

  private static ContentReading read(JsonObject json, BodyKind kind, Findings findings) {
    var object = ValueReader.ofForeign(findings).object(json, "");
    var content = ArticleReader.fields(object);
    var publishAt = object.time("publishAt");
    var guid = kind == BodyKind.CREATION ? guid(object) : null;
    var version = kind == BodyKind.CREATION ? version(object) : null;
    object.refuseUnknown();
    findings.addFromRules(ArticleRules.faults(content));
    if (findings.isEmpty()) return new ContentReading.Read(content, publishAt, guid, version);
    return new ContentReading.Refused(
        Problems.INVALID, FaultLimit.capped(findings.faults()), content.slug());
  }

  static @Nullable String guid(ObjectReader object) {
    var guid = object.exactText("guid");
    if (guid != null && !DeliveryRules.isGuid(guid)) {
      object.fault("guid", DeliveryRules.GUID_WANTED);
    }
    return guid;
  }

  static @Nullable Long version(ObjectReader object) {
    var version = object.wholeNumber("version");
    if (version != null && version < 0) object.fault("version", DeliveryRules.VERSION_WANTED);
    return version;
  }
}
