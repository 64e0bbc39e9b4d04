package extrablatt.formats.json;

import extrablatt.domain.ingest.TeaserDelivery;
import extrablatt.domain.ingest.TeaserDelivery.Instruction;
import extrablatt.domain.ingest.TeaserDelivery.Reading;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.Set;

/** Reads our JSON in a drop: what is known of a film, or the order to withdraw its teaser. */
final class TeaserDrop {
  private TeaserDrop() {}

  static Reading read(JsonObject json) {
    return json.fields().containsKey("withdraw") ? withdrawal(json) : teaser(json);
  }

  private static Reading teaser(JsonObject json) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(json, "");
    var content = TeaserReader.fields(object);
    var guid = ContentBody.guid(object);
    var version = ContentBody.version(object);
    var publishAt = object.time("publishAt");
    object.refuseUnknown();
    findings.addFromRules(TeaserRules.faultsOfPart(content, ""));
    if (!findings.isEmpty()) return refused(findings);
    return new Reading.Understood(
        new TeaserDelivery(guid, version, publishAt, new Instruction.Save(content)));
  }

  private static Reading withdrawal(JsonObject json) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(json, "");
    object.ignore(TeaserReader.READ_ONLY);
    object.ignore(Set.of("publishAt"));
    var guid = ContentBody.guid(object);
    var version = ContentBody.version(object);
    var reason = object.object("withdraw", OrderJson::onlyReason);
    object.refuseUnknown("cannot stand beside withdraw");
    if (!findings.isEmpty() || reason == null) return refused(findings);
    return new Reading.Understood(
        new TeaserDelivery(guid, version, null, new Instruction.Kill(reason)));
  }

  private static Reading refused(Findings findings) {
    return new Reading.Refused(Problems.INVALID, FaultLimit.capped(findings.faults()));
  }
}
