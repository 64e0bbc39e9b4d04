package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.EntryDelivery;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.EntryForms;
import extrablatt.domain.liveblogs.EntryStatus;
import extrablatt.domain.liveblogs.EntryView;
import extrablatt.domain.publishing.Rendering;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Entries of liveblogs in our JSON: as they are stored, as the newsroom and providers send them, as
 * the newsroom gets them, as the public reads them.
 */
public final class EntryJson implements EntryForms {
  @Override
  public Bytes stored(EntryContent content) {
    return JsonWriter.object(json -> EntryWriter.content(json, content, TeaserBlocks::reference));
  }

  @Override
  public EntryContent read(Bytes stored) {
    return StoredReading.read(stored, EntryReader::fields);
  }

  @Override
  public Rendering face(Face face) {
    return JsonWriter.rendering(
        null,
        json -> {
          json.number("revision", face.revision());
          json.requiredText("status", EntryReader.name(EntryStatus.PUBLISHED));
          json.time("publishedAt", face.publishedAt());
          json.time("updatedAt", face.updatedAt());
          EntryWriter.content(
              json,
              face.content(),
              (_, teaser) ->
                  TeaserBlocks.shown(json, face.teasers().getOrDefault(teaser, List.of())));
        });
  }

  /** Reads the body of a POST: one entry, or an array of 1 to 100. */
  public EntryReading posted(Bytes json) {
    return switch (JsonParsing.parseOneOrMany(json)) {
      case Parsed.Broken(var fault) ->
          new EntryReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var value) ->
          value instanceof JsonArray many
              ? EntryBody.many(many)
              : EntryBody.one((JsonObject) value);
    };
  }

  /** Reads the body of a PUT. */
  public EntryReading replacement(Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new EntryReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var object) -> EntryBody.one(object);
    };
  }

  /**
   * Reads a document that was dropped; never throws for bad input. Its metadata are not looked at.
   */
  public EntryDelivery.Reading delivered(Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new EntryDelivery.Reading.Refused(Problems.MALFORMED, List.of(fault));
      case Parsed.Understood(var object) -> EntryDrop.read(object);
    };
  }

  /** An entry as the newsroom reads it; the status of the teasers in it is that of the moment. */
  public Bytes newsroomForm(EntryView view, Instant now) {
    var entry = view.entry();
    var published = view.published();
    return JsonWriter.object(json -> {
      json.requiredText("id", entry.id().value());
      if (published != null) {
        json.number("seq", published.seq());
        json.number("firstSeq", published.firstSeq());
      }
      json.requiredText("status", EntryReader.name(entry.status()));
      json.time("publishAt", entry.publishAt());
      json.number("revision", entry.revision());
      if (published != null) json.number("liveRevision", entry.revision());
      json.flag("pinned", published != null && published.pinned());
      json.time("publishedAt", entry.publishedAt());
      if (entry.publishedAt() != null) json.time("updatedAt", entry.updatedAt());
      EntryWriter.content(
          json,
          view.content(),
          (_, teaser) -> TeaserBlocks.forNewsroom(json, teaser, view.teasers().get(teaser), now));
      PublicationWriter.origin(json, entry.origin());
    });
  }
}
