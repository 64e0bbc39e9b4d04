package extrablatt.testing;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and commits for tests of stores, where what a document says does not matter. */
public final class Samples {
  /** A moment at which tests begin. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Samples() {}

  /** The id of an article; higher numbers sort later. */
  public static ArticleId article(int number) {
    return new ArticleId(ulid(number));
  }

  /** The id of a teaser; higher numbers sort later. */
  public static TeaserId teaser(int number) {
    return new TeaserId(ulid(number));
  }

  /** A new document with its first revision, created at noon. */
  public static Change created(DocumentId id, @Nullable String slug) {
    return created(id, slug, NOON);
  }

  /** A new document with its first revision. */
  public static Change created(DocumentId id, @Nullable String slug, Instant at) {
    var after = Publication.created(id, at, slug == null ? null : new Slug(slug), null, null);
    return change(null, after, revision(1));
  }

  /** Another revision of a document. */
  public static Change saved(Publication before, @Nullable String slug) {
    var after = before.saved(slug == null ? null : new Slug(slug), before.origin());
    return change(before, after, revision(after.head()));
  }

  /** A change of what is public, with the form of every span that is new. */
  public static Change changed(Publication before, Publication after) {
    return change(before, after, null);
  }

  /** A change with all that belongs to it. */
  public static Change change(
      @Nullable Publication before, Publication after, @Nullable Revision revision) {
    var forms = new HashMap<Span, PublicForm>();
    for (var span : after.spans()) {
      if (before == null || !before.spans().contains(span)) forms.put(span, form(after.id(), span));
    }
    var line = revision == null ? null : Bytes.utf8("line of " + revision.headline());
    return new Change(before, after, revision, line, forms);
  }

  /** How the public reads a span in these tests. */
  public static PublicForm form(DocumentId id, Span span) {
    return new PublicForm(
        Rendering.of(Bytes.utf8("{\"document\":\"" + id + " " + span.revision() + "\"}")),
        Rendering.of(Bytes.utf8("{\"summary\":\"" + id + " " + span.revision() + "\"}")),
        id.kind() == DocumentKind.ARTICLE
            ? Map.of(Variant.TEXT, Rendering.of(Bytes.utf8("text " + id + " " + span.revision())))
            : Map.of());
  }

  /** An order to publish a revision. */
  public static PublishOrder order(
      int revision, @Nullable Instant at, @Nullable String slug, ListName... lists) {
    return new PublishOrder(
        revision, at, slug == null ? null : new Slug(slug), null, List.of(lists), null);
  }

  /** A commit of documents alone. */
  public static Commit commit(Change... changes) {
    return new Commit(List.of(changes), null, List.of(), null);
  }

  /** A revision. */
  public static Revision revision(int number) {
    return new Revision(
        number,
        NOON.plusSeconds(number),
        "desk",
        "headline " + number,
        Bytes.utf8("{\"headline\":\"headline " + number + "\"}"));
  }

  /** A receipt; higher numbers were received later. */
  public static Receipt receipt(int number, long version, String key, Outcome outcome) {
    return new Receipt(
        ulid(number),
        version,
        key,
        "version-" + number,
        "00ff" + number,
        outcome,
        "page-text",
        "demo",
        null,
        null,
        null,
        NOON.plusSeconds(number),
        (int) version,
        null,
        List.of());
  }

  private static String ulid(int number) {
    return Ulids.of(NOON.toEpochMilli() + number, ByteBuffer.allocate(10).putInt(number).array());
  }
}
