package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One teaser while its article is being changed. */
final class TeaserDraft {
  private final @Nullable Publication stored;
  private Publication saved;
  private Publication moved;
  private TeaserContent content;
  private @Nullable Revision revision;
  private @Nullable Bytes line;

  private TeaserDraft(@Nullable Publication stored, Publication current, TeaserContent content) {
    this.stored = stored;
    this.saved = current;
    this.moved = current;
    this.content = content;
  }

  static TeaserDraft known(Publication publication, TeaserContent content) {
    return new TeaserDraft(publication, publication, content);
  }

  static TeaserDraft created(
      TeaserId id,
      TeaserContent content,
      ArticleId article,
      TeaserForms forms,
      Caller caller,
      Instant now) {
    var draft = new TeaserDraft(null, Publication.created(id, now, null, null, article), content);
    draft.write(content, forms, caller, now);
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

  boolean isSaved() {
    return revision != null;
  }

  boolean isChanged() {
    return !moved.equals(stored);
  }

  void save(TeaserContent newContent, TeaserForms forms, Caller caller, Instant now) {
    if (newContent.equals(content)) return;
    saved = saved.saved(null, null);
    moved = saved;
    write(newContent, forms, caller, now);
  }

  private void write(TeaserContent newContent, TeaserForms forms, Caller caller, Instant now) {
    content = newContent;
    revision =
        new Revision(saved.head(), now, caller.name(), name(newContent), forms.stored(newContent));
    line = forms.line(newContent);
  }

  private static String name(TeaserContent content) {
    if (content.title() != null) return content.title();
    if (content.caption() != null) return content.caption();
    return content.speaker() == null ? "" : content.speaker().name();
  }

  void publish(@Nullable Instant at, @Nullable Instant expiresAt, ArticleId article, Instant now) {
    if (isOpenSince(now, expiresAt)) return;
    moved =
        moved.published(new PublishOrder(moved.head(), at, null, expiresAt, lists(), article), now);
  }

  /** Whether the head is visible as it should be, now and on. */
  private boolean isOpenSince(Instant now, @Nullable Instant expiresAt) {
    return moved.spans().size() == 1
        && moved
            .visibleAt(now)
            .filter(span -> span.revision() == moved.head() && span.until() == null)
            .filter(span -> Objects.equals(span.expiresAt(), expiresAt))
            .isPresent();
  }

  private List<ListName> lists() {
    var lists = new ArrayList<ListName>(List.of(new ListName.Teasers()));
    content.topics().stream().distinct().map(ListName.TeaserTopic::new).forEach(lists::add);
    return lists;
  }

  void end(Instant end, Instant now) {
    if (!moved.spans().isEmpty()) moved = moved.endedAt(end, now);
  }

  void withdraw(String reason, Instant now) {
    if (!moved.spans().isEmpty()) moved = moved.withdrawn(reason, now);
  }

  TeaserChange change(TeaserForms forms) {
    var save = saved.equals(stored) ? null : new Change(stored, saved, revision, line, Map.of());
    var move = moved.equals(saved) ? null : new Change(saved, moved, null, null, newForms(forms));
    return new TeaserChange(save, move);
  }

  private Map<Span, PublicForm> newForms(TeaserForms forms) {
    var fresh = new HashMap<Span, PublicForm>();
    for (var span : moved.spans()) {
      if (saved.spans().stream().anyMatch(old -> old.isSameButForItsEnd(span))) continue;
      fresh.put(
          span, forms.published(new ShownTeaser(id(), span, firstVisible(span), content, null)));
    }
    return fresh;
  }

  private Instant firstVisible(Span span) {
    return moved.firstVisible().orElse(span.from());
  }
}
