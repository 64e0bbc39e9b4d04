package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.liveblogs.EntryRules;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads entries and finds everything that is wrong with them. */
final class EntryBody {
  /** The most entries that one call may post. */
  private static final int MOST = 100;

  private EntryBody() {}

  static EntryReading one(JsonObject json) {
    var findings = new Findings();
    var save = entry(json, "", findings);
    if (findings.isEmpty()) return new EntryReading.One(save);
    return new EntryReading.Refused(Problems.INVALID, FaultLimit.capped(findings.faults()), save);
  }

  static EntryReading many(JsonArray json) {
    var findings = new Findings();
    var values = json.values();
    if (values.isEmpty()) findings.add("", "must hold at least one entry");
    if (values.size() > MOST)
      findings.add("/" + MOST, "there may be at most %d entries".formatted(MOST));
    var saves = new ArrayList<EntrySave>();
    for (int i = 0; i < Math.min(values.size(), MOST); i++) {
      saves.add(entry(values.get(i), "/" + i, findings));
    }
    if (findings.isEmpty()) return new EntryReading.Many(saves);
    return new EntryReading.Refused(Problems.INVALID, FaultLimit.capped(findings.faults()), null);
  }

  private static EntrySave entry(JsonValue json, String pointer, Findings findings) {
    var object = ValueReader.ofForeign(findings).object(json, pointer);
    var save = EntryReader.save(object);
    object.refuseUnknown();
    findings.addFromRules(faults(save, pointer));
    return save;
  }

  /** What the rules complain of, each below the entry's own place. */
  static List<Fault> faults(EntrySave save, String pointer) {
    return EntryRules.faults(save.content()).stream()
        .flatMap(fault ->
            fault.place() instanceof Place.Pointer(var place)
                ? Stream.of(Fault.at(pointer + place, fault.detail()))
                : Stream.of())
        .toList();
  }
}
