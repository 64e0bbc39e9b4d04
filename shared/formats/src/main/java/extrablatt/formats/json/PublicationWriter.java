package extrablatt.formats.json;

import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the editorial state of a document. */
final class PublicationWriter {
  private PublicationWriter() {}

  /** What the newsroom sees of a teaser's state; an article's has more. */
  static void newsroomFields(JsonWriter json, Publication publication, int revision, Instant now) {
    identity(json, publication, revision);
    publication.visibleAt(now).ifPresent(span -> json.number("liveRevision", span.revision()));
    state(json, publication, now);
  }

  /** The same inside another document, which has what the public reads and no more. */
  static void shownFields(JsonWriter json, Publication publication, int revision, Instant now) {
    identity(json, publication, revision);
    state(json, publication, now);
  }

  private static void identity(JsonWriter json, Publication publication, int revision) {
    json.requiredText("id", publication.id().value());
    json.number("revision", revision);
  }

  private static void state(JsonWriter json, Publication publication, Instant now) {
    var begun = begun(publication, now);
    status(json, publication.statusAt(now));
    json.time(
        "publishedAt", begun.isEmpty() ? publication.publishedAt() : begun.getLast().publishedAt());
    publication.visibleAt(now).ifPresent(span -> json.time("updatedAt", span.updatedAt()));
    publication.scheduledAt(now).ifPresent(span -> json.time("publishAt", span.from()));
  }

  /** When the public first saw it; absent if never. */
  static void firstPublishedAt(JsonWriter json, Publication publication, Instant now) {
    var first = publication.firstPublishedAt();
    var begun = begun(publication, now);
    if (first == null && !begun.isEmpty()) first = begun.getFirst().from();
    json.time("firstPublishedAt", first);
  }

  static void status(JsonWriter json, Status status) {
    json.requiredText("status", status.name().toLowerCase(Locale.ROOT));
  }

  private static List<Span> begun(Publication publication, Instant now) {
    return publication.spans().stream().filter(span -> span.hasBegun(now)).toList();
  }

  /** Whose document it was, if a provider delivered it. */
  static void origin(JsonWriter json, @Nullable Origin origin) {
    if (origin == null) return;
    json.object(
        "origin",
        fields -> {
          fields.requiredText("provider", origin.provider());
          fields.requiredText("guid", origin.guid());
          if (origin.version() != null) fields.number("version", origin.version().longValue());
          fields.requiredText("format", origin.format());
          fields.text("receiptId", origin.receiptId());
          if (!origin.extra().isEmpty())
            fields.object("extra", extra -> origin.extra().forEach(extra::texts));
        });
  }
}
