package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.liveblogs.EntryChange;
import extrablatt.domain.liveblogs.LiveblogChange;
import extrablatt.domain.liveblogs.LogCommit;
import extrablatt.domain.media.MediaChange;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.KeptAnswer;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Shows;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a commit comes to: the rows of one transaction, and the objects that they name. The objects
 * are written first; their keys hold the hash of their content, so that of several who race none
 * overwrites what another's rows name.
 */
final class CommitPlan {
  /** An object of the content bucket. */
  record StoredObject(Bytes bytes, String contentType) {}

  private static final String JSON = "application/json";
  private static final String GZIP = "application/gzip";

  private final Transaction transaction = new Transaction();
  private final Map<String, StoredObject> objects = new LinkedHashMap<>();

  private CommitPlan() {}

  static CommitPlan of(Commit commit) {
    var plan = new CommitPlan();
    plan.add(commit);
    return plan;
  }

  static CommitPlan of(LogCommit commit) {
    var plan = new CommitPlan();
    var log = commit.log();
    if (log != null) plan.transaction.addAll(LogRows.changedBy(log));
    var liveblog = commit.liveblog();
    if (liveblog != null) plan.add(liveblog);
    commit.entries().forEach(plan::add);
    var batch = commit.batch();
    if (batch != null) plan.transaction.add(BatchItem.write(batch));
    plan.add(commit.rest());
    plan.require(commit.rendered());
    return plan;
  }

  private void add(Commit commit) {
    commit.changes().forEach(this::add);
    var origin = commit.origin();
    if (origin != null) transaction.add(OriginItem.change(origin));
    for (var receipt : commit.receipts()) transaction.addAll(ReceiptRows.changedBy(receipt));
    var answer = commit.answer();
    if (answer != null) add(answer);
    var media = commit.media();
    if (media != null) add(media);
  }

  private void add(MediaChange media) {
    var bundle = media.after();
    if (bundle != null) {
      transaction.add(BundleItem.change(media.before(), bundle));
      var name = bundle.name();
      if (media.claims() && name != null) transaction.add(BundleItem.claim(name, bundle.teaser()));
    }
    for (var picture : media.pictures()) transaction.add(Write.Put.of(PictureItem.write(picture)));
  }

  private void add(LiveblogChange change) {
    var before = change.before();
    var after = change.after();
    transaction.add(
        Write.Put.of(
            LiveblogItem.state(after),
            Versions.unchanged(before == null ? null : before.version()),
            Commit.Result.DOCUMENT_CHANGED));
    if (before == null) transaction.add(Write.Put.of(LiveblogItem.deskLine(after)));
    var slug = after.head().slug();
    if (before == null || !slug.equals(before.head().slug()))
      transaction.add(SlugItem.taken(after.id(), slug));
    if (before == null || after.revision() != before.revision())
      objects.put(
          ObjectKeys.revision(after.id(), after.revision(), after.content().hash()),
          new StoredObject(after.content(), JSON));
  }

  private void add(EntryChange change) {
    var before = change.before();
    var after = change.after();
    transaction.addAll(EntryStateItem.changes(change));
    if (after != null && (before == null || after.revision() != before.revision()))
      objects.put(ObjectKeys.entryRevision(after), new StoredObject(after.content(), JSON));
  }

  Transaction transaction() {
    return transaction;
  }

  Map<String, StoredObject> objects() {
    return objects;
  }

  /** Writes all of it or nothing visible. */
  Commit.Result write(Table table, Supplier<ObjectStore> bucket) {
    transaction.requireFits();
    objects.forEach(
        (key, object) -> bucket.get().put(key, object.bytes(), object.contentType(), Map.of()));
    return table.transact(transaction);
  }

  private void add(Change change) {
    var before = change.before();
    var after = change.after();
    add(after.id(), change.shows());
    if (before != null && change.isRerendering()) {
      transaction.add(
          new Write.Check(
              Keys.state(after.id()),
              Versions.unchanged(before.version()),
              Commit.Result.DOCUMENT_CHANGED));
      PublicRows.documentsOf(change).forEach(row -> add(after.id(), row));
      return;
    }
    transaction.add(
        Write.Put.of(
            PublicationItem.write(after),
            Versions.unchanged(before == null ? null : before.version()),
            Commit.Result.DOCUMENT_CHANGED));
    var revision = change.revision();
    if (revision != null) add(after.id(), revision);
    var line = change.line();
    if (line != null) transaction.add(Write.Put.of(DeskItem.write(after, line)));
    var slug = after.slug();
    if (slug != null && (before == null || !slug.equals(before.slug())))
      transaction.add(SlugItem.taken(after.id(), slug));
    PublicRows.changedBy(change).forEach(row -> add(after.id(), row));
  }

  /** What is rendered of others is what they say when this is written. */
  private void add(DocumentId id, Shows shows) {
    require(shows.rendered());
    for (var liveblog : shows.added())
      transaction.add(Write.Put.of(ItemWriter.at(Keys.shown(liveblog, id))));
    for (var liveblog : shows.dropped()) transaction.add(Write.Delete.of(Keys.shown(liveblog, id)));
  }

  /** Of a document that the transaction itself changes, the change asks for the version. */
  private void require(Map<? extends DocumentId, Long> versions) {
    versions.forEach((id, version) ->
        transaction.addIfAlone(
            new Write.Check(
                Keys.state(id), Versions.unchanged(version), Commit.Result.DOCUMENT_CHANGED)));
  }

  private void add(DocumentId id, Revision revision) {
    var content = revision.content();
    var key = ObjectKeys.revision(id, revision.number(), content.hash());
    objects.put(key, new StoredObject(content, JSON));
    transaction.add(
        Write.Put.of(
            RevisionItem.write(id, revision, key),
            Expression.ABSENT,
            Commit.Result.DOCUMENT_CHANGED));
  }

  private void add(DocumentId id, PublicRows.RowChange row) {
    transaction.add(
        switch (row) {
          case PublicRows.RowChange.PutDocument put -> document(id, put);
          case PublicRows.RowChange.PutVariants put -> variants(id, put);
          case PublicRows.RowChange.PutListed put -> Write.Put.of(PublicItem.listed(put));
          case PublicRows.RowChange.PutTombstone put -> Write.Put.of(PublicItem.tombstone(put));
          case PublicRows.RowChange.AmendDocument(var key, var span, var formerSlugs) ->
              new Write.Update(
                  key, PublicItem.amendDocument(span, formerSlugs), Expression.PRESENT, null);
          case PublicRows.RowChange.AmendVariants(var key, var span, var formerSlugs) ->
              new Write.Update(
                  key, PublicItem.amendDocument(span, formerSlugs), Expression.ANYWAY, null);
          case PublicRows.RowChange.AmendListed(var key, var span) ->
              new Write.Update(key, PublicItem.amendListed(span), Expression.PRESENT, null);
          case PublicRows.RowChange.Remove(var key) -> Write.Delete.of(key);
        });
  }

  private Write document(DocumentId id, PublicRows.RowChange.PutDocument put) {
    return Write.Put.of(PublicItem.document(put, kept(id, put.span(), put.document())));
  }

  private Write variants(DocumentId id, PublicRows.RowChange.PutVariants put) {
    var kept = new EnumMap<Variant, PublicItem.Kept>(Variant.class);
    put.variants()
        .forEach((variant, rendering) -> kept.put(variant, kept(id, put.span(), rendering)));
    return Write.Put.of(PublicItem.variants(put, kept));
  }

  private PublicItem.Kept kept(DocumentId id, Span span, Rendering rendering) {
    var identity = RenderingCodec.plainOrCut(rendering);
    var hash = identity.hash();
    var body = kept(identity, ObjectKeys.publicBody(id, span.revision(), hash));
    return new PublicItem.Kept(rendering.isConditional(), body, hash);
  }

  private void add(KeptAnswer answer) {
    var body = kept(answer.answer(), ObjectKeys.answer(answer.token()));
    transaction.add(AnswerItem.answered(answer, body));
  }

  private Body.Kept kept(Bytes plain, String objectKey) {
    var gzip = Gzip.compressed(plain);
    var body = Body.keep(gzip, objectKey);
    if (body instanceof Body.Kept.InObject(var key)) objects.put(key, new StoredObject(gzip, GZIP));
    return body;
  }
}
