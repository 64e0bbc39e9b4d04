package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The change of one document: from the state that was read, to the state that shall stand.
 *
 * @param before absent if the document is new
 * @param revision the revision that is saved with it, if any
 * @param line what the newsroom's list shows of that revision
 * @param forms how the public reads each span of {@code after} that {@code before} does not have,
 *     and those that are rendered anew
 * @param shows what else is in it
 */
public record Change(
    @Nullable Publication before,
    Publication after,
    @Nullable Revision revision,
    @Nullable Bytes line,
    Map<Span, PublicForm> forms,
    Shows shows) {
  public Change {
    forms = Map.copyOf(forms);
  }

  /** The change of a document that shows no other. */
  public Change(
      @Nullable Publication before,
      Publication after,
      @Nullable Revision revision,
      @Nullable Bytes line,
      Map<Span, PublicForm> forms) {
    this(before, after, revision, line, forms, Shows.NOTHING);
  }

  /** Whether the document stays as it is and only what the public reads is rendered anew. */
  public boolean isRerendering() {
    return after.equals(before);
  }
}
