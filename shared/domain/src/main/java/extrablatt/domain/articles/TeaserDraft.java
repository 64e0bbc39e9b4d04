package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserForms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One teaser while its article is being changed. */
final class TeaserDraft {
  private final @Nullable Publication stored;
  private Publication saved;
  private Publication moved;
  private Revision head;
  private TeaserContent content;
  private int shown;
  private TeaserContent shownContent;
  private @Nullable Bytes line;

  private TeaserDraft(
      @Nullable Publication stored, Publication current, Revision head, TeaserContent content) {
    this.stored = stored;
    this.saved = current;
    this.moved = current;
    this.head = head;
    this.content = content;
    this.shown = head.number();
    this.shownContent = content;
  }

  static TeaserDraft known(Publication publication, Revision head, TeaserForms forms) {
    return new TeaserDraft(publication, publication, head, forms.read(head.content()));
  }

  static TeaserDraft created(
      TeaserId id,
      TeaserContent content,
      ArticleId article,
      TeaserForms forms,
      Caller caller,
      Instant now) {
    var publication = Publication.created(id, now, null, null, article);
    var head = revision(publication, content, forms, caller, now);
    var draft = new TeaserDraft(null, publication, head, content);
    draft.line = forms.line(content);
    return draft;
  }

  Publication publication() {
    return moved;
  }

  TeaserId id() {
    return (TeaserId) moved.id();
  }

  TeaserContent content() {
    return content;
  }

  Revision head() {
    return head;
  }

  boolean isSaved() {
    return !saved.equals(stored);
  }

  boolean isChanged() {
    return !moved.equals(stored);
  }

  void save(TeaserContent newContent, TeaserForms forms, Caller caller, Instant now) {
    if (newContent.equals(content)) return;
    saved = saved.saved(null, null);
    moved = saved;
    content = newContent;
    head = revision(saved, newContent, forms, caller, now);
    line = forms.line(newContent);
    choose(head, forms);
  }

  private static Revision revision(
      Publication publication,
      TeaserContent content,
      TeaserForms forms,
      Caller caller,
      Instant now) {
    return new Revision(
        publication.head(), now, caller.name(), content.name(), forms.stored(content));
  }

  /** Says which revision shall be public; without that it is the head. */
  void choose(Revision revision, TeaserForms forms) {
    shown = revision.number();
    shownContent = shown == head.number() ? content : forms.read(revision.content());
  }

  void publish(@Nullable Instant at, @Nullable Instant expiresAt, ArticleId article, Instant now) {
    if (isOpenSince(now, expiresAt)) return;
    move(
        moved.published(
            new PublishOrder(shown, at, null, expiresAt, shownContent.lists(), article), now));
  }

  /** Whether what shall be public is so, now and on. */
  private boolean isOpenSince(Instant now, @Nullable Instant expiresAt) {
    return moved.spans().size() == 1
        && moved
            .visibleAt(now)
            .filter(span -> span.revision() == shown && span.until() == null)
            .filter(span -> Objects.equals(span.expiresAt(), expiresAt))
            .isPresent();
  }

  void end(Instant end, Instant now) {
    if (!moved.spans().isEmpty()) move(moved.endedAt(end, now));
  }

  void withdraw(String reason, Instant now) {
    if (!moved.spans().isEmpty()) move(moved.withdrawn(reason, now));
  }

  /** What the public reads already is no change. */
  private void move(Publication next) {
    if (next.spans().equals(moved.spans()) && Objects.equals(next.withdrawal(), moved.withdrawal()))
      return;
    moved = next;
  }

  TeaserChange change(TeaserForms forms) {
    var save = saved.equals(stored) ? null : new Change(stored, saved, head, line, Map.of());
    var move = moved.equals(saved) ? null : new Change(saved, moved, null, null, newForms(forms));
    return new TeaserChange(save, move);
  }

  private Map<Span, PublicForm> newForms(TeaserForms forms) {
    var fresh = new HashMap<Span, PublicForm>();
    for (var span : moved.spans()) {
      if (saved.spans().stream().anyMatch(old -> old.isSameButForItsEnd(span))) continue;
      var teaser = new ShownTeaser(id(), span, firstVisible(span), shownContent, null);
      fresh.put(span, forms.published(teaser));
    }
    return fresh;
  }

  private Instant firstVisible(Span span) {
    return moved.firstVisible().orElse(span.from());
  }
}
