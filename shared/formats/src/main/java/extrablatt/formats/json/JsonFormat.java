package extrablatt.formats.json;

import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Our own JSON in a drop: an article, or the order to withdraw one. */
public final class JsonFormat implements DocumentFormat {
  private static final String NAME = "json";
  private static final Pattern BEGINNING = Pattern.compile("\\A\uFEFF?\\s*\\{\\s*[\"}]");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/json");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("json");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    int length = Math.min(bytes.length, 1_000);
    var beginning = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return BEGINNING.matcher(beginning).find();
  }

  @Override
  public Reading read(Source source) {
    return switch (JsonParsing.parse(source.bytes())) {
      case Parsed.Broken(var fault) ->
          new Reading.Refused(NAME, Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var object) ->
          object.fields().containsKey("withdraw") ? withdrawal(object) : article(object);
    };
  }

  private static Reading article(JsonObject json) {
    return switch (ContentBody.read(json, BodyKind.CREATION)) {
      case ContentReading.Refused(var problem, var faults, _) ->
          new Reading.Refused(NAME, problem, faults);
      case ContentReading.Read(var content, var publishAt, var guid, var version, _, _, _) ->
          new Reading.Understood(
              NAME,
              new IncomingDocument(
                  guid, version, publishAt, new Instruction.Save(content), List.of()));
    };
  }

  private static Reading withdrawal(JsonObject json) {
    var findings = new Findings();
    var object = ValueReader.ofForeign(findings).object(json, "");
    object.ignore(ArticleReader.READ_ONLY);
    object.ignore(Set.of("publishAt"));
    var guid = ContentBody.guid(object);
    var version = ContentBody.version(object);
    var reason = object.object("withdraw", OrderJson::onlyReason);
    object.refuseUnknown("cannot stand beside withdraw");
    if (!findings.isEmpty() || reason == null) {
      return new Reading.Refused(NAME, Problems.INVALID, FaultLimit.capped(findings.faults()));
    }
    var kill = new Instruction.Kill(reason);
    return new Reading.Understood(NAME, new IncomingDocument(guid, version, null, kill, List.of()));
  }
}
