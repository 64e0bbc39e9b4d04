package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.TeaserDelivery;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserForms;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.domain.videos.TeaserView;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Video teasers in our JSON: as they are stored, as the newsroom has them, as the public does. */
public final class TeaserJson implements TeaserForms {
  @Override
  public Bytes stored(TeaserContent content) {
    return JsonWriter.object(json -> TeaserWriter.content(json, content));
  }

  @Override
  public TeaserContent read(Bytes stored) {
    return StoredReading.read(stored, TeaserReader::fields);
  }

  @Override
  public Bytes line(TeaserContent content) {
    return JsonWriter.object(json -> TeaserWriter.brief(json, content));
  }

  @Override
  public PublicForm published(ShownTeaser teaser) {
    var window = teaser.window();
    return new PublicForm(
        JsonWriter.rendering(window, json -> TeaserWriter.publicFields(json, teaser)),
        JsonWriter.rendering(window, json -> TeaserWriter.publicSummary(json, teaser)));
  }

  /** Reads the body of a POST. */
  public TeaserReading readContent(Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new TeaserReading.Refused(Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var object) -> read(object, new Findings());
    };
  }

  /**
   * Reads the body of a PUT, which may be the teaser's newsroom form with a few fields changed: of
   * a duration that is said twice, what was changed counts.
   */
  public TeaserReading replacement(Bytes newsroomForm, Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new TeaserReading.Refused(Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var object) ->
          read(changed(StoredReading.object(newsroomForm), object), new Findings());
    };
  }

  /** Reads the body of a PATCH: a merge patch (RFC 7396) over a teaser's newsroom form. */
  public TeaserReading patched(Bytes newsroomForm, Bytes patch) {
    return switch (JsonParsing.parse(patch)) {
      case Parsed.Broken(var fault) ->
          new TeaserReading.Refused(Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var changes) -> patched(StoredReading.object(newsroomForm), changes);
    };
  }

  /** Reads a dropped document that says what is known of a film. */
  public TeaserDelivery.Reading delivered(Bytes document) {
    return switch (JsonParsing.parse(document)) {
      case Parsed.Broken(var fault) ->
          new TeaserDelivery.Reading.Refused(Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var object) -> TeaserDrop.read(object);
    };
  }

  /** The head revision as the newsroom reads it, its status computed now. */
  public Bytes newsroomForm(TeaserView view, Instant now) {
    return JsonWriter.object(json -> TeaserWriter.newsroomFields(json, view, now));
  }

  /** The same with the articles that show it, as the public's lists show them. */
  public Bytes newsroomForm(TeaserView view, List<Bytes> articles, Instant now) {
    return JsonWriter.object(json -> {
      TeaserWriter.newsroomFields(json, view, now);
      json.writtenList("articles", articles);
    });
  }

  /** What the newsroom's lists show, of the line that is stored for the head revision. */
  public Bytes newsroomSummary(Publication publication, Bytes line, Instant now) {
    return JsonWriter.object(json -> {
      PublicationWriter.newsroomFields(json, publication, publication.head(), now);
      json.fieldsOf(line);
    });
  }

  /** What the list of revisions shows of one. */
  public Bytes revisionLine(Revision.Line line, boolean live) {
    return RevisionLine.written(line, live);
  }

  private static TeaserReading patched(JsonObject form, JsonObject patch) {
    var findings = new Findings();
    MergePatch.refuseUnknownRemovals(
        patch,
        object -> {
          TeaserReader.fields(object);
          object.ignore(Set.of("publishAt", "durationMs"));
        },
        findings);
    return read(merged(form, patch), findings);
  }

  private static TeaserReading read(JsonObject json, Findings findings) {
    var object = ValueReader.ofForeign(findings).object(json, "");
    var content = TeaserReader.fields(object);
    var publishAt = object.time("publishAt");
    object.refuseUnknown();
    findings.addFromRules(TeaserRules.faults(content, ""));
    if (findings.isEmpty()) return new TeaserReading.Read(content, publishAt);
    return new TeaserReading.Refused(Problems.INVALID, FaultLimit.capped(findings.faults()));
  }

  /** The form says a duration twice; a patch that changes it in either way must win. */
  private static JsonObject merged(JsonObject form, JsonObject patch) {
    var changes = changed(form, patch);
    var once = form.without("durationMs");
    if (changes.fields().containsKey("durationMs") && !changes.fields().containsKey("duration"))
      once = once.without("duration");
    return MergePatch.apply(once, changes);
  }

  /** A body without whichever of its two durations the form says, too, if the other is changed. */
  private static JsonObject changed(JsonObject form, JsonObject body) {
    if (isAsIn(form, body, "duration") && body.fields().containsKey("durationMs"))
      return body.without("duration");
    return isAsIn(form, body, "durationMs") && body.fields().containsKey("duration")
        ? body.without("durationMs")
        : body;
  }

  private static boolean isAsIn(JsonObject form, JsonObject body, String field) {
    var value = body.fields().get(field);
    return value != null && value.equals(form.fields().get(field));
  }
}
