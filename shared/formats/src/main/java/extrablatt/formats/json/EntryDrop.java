package extrablatt.formats.json;

import extrablatt.domain.ingest.EntryDelivery;
import extrablatt.domain.ingest.EntryDelivery.Instruction;
import extrablatt.domain.ingest.EntryDelivery.Reading;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.Set;

/** Reads our JSON in a drop: an entry, or the order to remove one. */
final class EntryDrop {
  private EntryDrop() {}

  static Reading read(JsonObject json) {
    return json.fields().containsKey("withdraw") ? removal(json) : entry(json);
  }

  private static Reading entry(JsonObject json) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(json, "");
    EntrySave save = EntryReader.save(object);
    var guid = ContentBody.guid(object);
    var version = ContentBody.version(object);
    object.refuseUnknown();
    findings.addFromRules(EntryBody.faults(save, ""));
    if (!findings.isEmpty()) return refused(findings);
    return understood(new EntryDelivery(guid, version, new Instruction.Save(save)));
  }

  private static Reading removal(JsonObject json) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(json, "");
    object.ignore(EntryReader.READ_ONLY);
    object.ignore(Set.of("status", "publishAt"));
    var guid = ContentBody.guid(object);
    var version = ContentBody.version(object);
    var reason = object.object("withdraw", OrderJson::onlyReason);
    object.refuseUnknown("cannot stand beside withdraw");
    if (!findings.isEmpty() || reason == null) return refused(findings);
    return understood(new EntryDelivery(guid, version, new Instruction.Kill(reason)));
  }

  private static Reading understood(EntryDelivery delivery) {
    return new Reading.Understood(delivery);
  }

  private static Reading refused(Findings findings) {
    return new Reading.Refused(Problems.INVALID, FaultLimit.capped(findings.faults()));
  }
}
