package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where documents are kept. Every read sees every commit that was acknowledged before it. Any
 * method throws {@code PublishingException.Busy} when the store refuses for load, also after
 * retries; the outcome of a commit is then unknown.
 */
public interface ContentStore {
  /** What a newsroom list shows of one document. */
  record DeskLine(Publication publication, Bytes line) {}

  /** The editorial state of a document. */
  Optional<Publication> find(DocumentId id);

  /** The editorial states of those that exist. */
  Map<DocumentId, Publication> findAll(Collection<? extends DocumentId> ids);

  /** Which document has a slug; also one that only a draft has. */
  Optional<DocumentId> bySlug(DocumentKind kind, Slug slug);

  /** One revision with its content. */
  Optional<Revision> revision(DocumentId id, int number);

  /** The revisions of a document, newest first. */
  Page<Revision.Line> revisions(DocumentId id, PageRequest page);

  /** All documents of a kind, newest first. */
  Page<DeskLine> desk(DocumentKind kind, PageRequest page);

  /** Whether what the public reads of a span is this rendering already. */
  boolean isRendered(DocumentId id, Span span, Rendering document);

  /** Whether a commit is small enough for one transaction. */
  boolean fits(Commit commit);

  /** Writes all of it or nothing. */
  Commit.Result commit(Commit commit);
}
