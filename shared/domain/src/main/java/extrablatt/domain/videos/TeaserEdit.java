package extrablatt.domain.videos;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.TeaserId;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.media.OwnPictures;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one teaser, prepared in memory and then written at once: first a save, if any, then
 * what becomes of its visibility. It holds for the moment at which it began.
 */
public final class TeaserEdit {
  private final ContentStore store;
  private final TeaserForms forms;
  private final MediaLibrary media;
  private final Caller caller;
  private final Instant now;
  private final @Nullable Publication before;
  private final Map<Span, PublicForm> newForms = new HashMap<>();

  private Publication after;
  private @Nullable TeaserContent content;
  private @Nullable Revision revision;
  private @Nullable Bytes line;

  TeaserEdit(
      ContentStore store,
      TeaserForms forms,
      MediaLibrary media,
      Caller caller,
      Instant now,
      @Nullable Publication before,
      Publication start) {
    this.store = store;
    this.forms = forms;
    this.media = media;
    this.caller = caller;
    this.now = now;
    this.before = before;
    this.after = start;
  }

  /** What is written with it, given its changes and what will stand once they are written. */
  @FunctionalInterface
  public interface Alongside {
    /** Nothing else. */
    Alongside NOTHING = (changes, _) -> new Commit(changes, null, List.of(), null);

    /** The whole commit. */
    Commit commit(List<Change> changes, TeaserView after);
  }

  /** The teaser. */
  public TeaserId id() {
    return (TeaserId) after.id();
  }

  /** The state that was read before the edit; absent if the teaser is new. */
  public @Nullable Publication before() {
    return before;
  }

  /** The head revision's content. */
  public TeaserContent content() {
    if (content == null) content = content(after.head());
    return content;
  }

  /** The number of the head revision once this is written. */
  public int headRevision() {
    return after.head();
  }

  /**
   * Saves a new head revision, unless it says what the head says.
   *
   * @throws InvalidContent naming every fault
   */
  public TeaserEdit save(TeaserContent given) {
    return save(given, before == null ? null : before.origin());
  }

  /**
   * The same of what a provider delivered.
   *
   * @throws InvalidContent naming every fault
   */
  public TeaserEdit save(TeaserContent given, @Nullable Origin origin) {
    var poster = OwnPictures.of(media, given.poster(), List.of()).filled(given.poster());
    var newContent = given.withPoster(poster);
    var faults = TeaserRules.faults(newContent, "");
    if (!faults.isEmpty()) throw new InvalidContent(faults);
    var stored = forms.stored(newContent);
    if (before != null && stored.equals(forms.stored(content()))) return this;
    if (before != null) after = before.saved(null, origin);
    content = newContent;
    revision = new Revision(after.head(), now, caller.name(), newContent.name(), stored);
    line = forms.line(newContent);
    return this;
  }

  /**
   * Makes a revision public by itself, at once or from {@code at} on; a past {@code at} is the date
   * shown. From then on it follows no article.
   *
   * @throws InvalidContent if there is no such revision
   */
  public TeaserEdit publish(int number, @Nullable Instant at) {
    if (number < 1 || number > after.head())
      throw new InvalidContent(List.of(Fault.at("/revision", "there is no revision " + number)));
    publish(new PublishOrder(number, at, null, null, content(number).lists(), null));
    return this;
  }

  private void publish(PublishOrder order) {
    move(after.published(order, now));
    render();
  }

  /**
   * Lets a saved head take the place of the one before it, wherever that is public or scheduled;
   * what an editor keeps as a draft stays one.
   */
  public TeaserEdit keepUp() {
    if (before == null || revision == null) return this;
    var scheduled = before.scheduledAt(now).orElse(null);
    var shown = scheduled == null ? before.visibleAt(now).orElse(null) : scheduled;
    if (shown == null || shown.revision() != before.head()) return this;
    publish(
        new PublishOrder(
            after.head(),
            scheduled == null ? null : scheduled.from(),
            null,
            shown.expiresAt(),
            content().lists(),
            before.follows()));
    return this;
  }

  /**
   * Takes it out of the public's sight by itself; what was never visible becomes a draft again.
   * From then on it follows no article: none that is published brings it back.
   */
  public TeaserEdit withdraw(String reason) {
    move(after.withdrawn(reason, now).followingNothing());
    return this;
  }

  /** Withdraws it for its provider, also if the public has never seen it, and for good. */
  public TeaserEdit kill(String reason) {
    move(after.killed(reason, now).followingNothing());
    return this;
  }

  /** Each step counts a version; together they are one write. */
  private void move(Publication next) {
    if (next.spans().equals(after.spans())
        && Objects.equals(next.withdrawal(), after.withdrawal())
        && Objects.equals(next.follows(), after.follows())) return;
    after = next;
  }

  private void render() {
    for (var span : after.spans()) {
      if (before != null && before.spans().stream().anyMatch(span::isSameButForItsEnd)) continue;
      var first = after.firstVisible().orElse(span.from());
      newForms.put(
          span,
          forms.published(new ShownTeaser(id(), span, first, content(span.revision()), null)));
    }
  }

  /** Whether nothing would be different afterwards. */
  public boolean changesNothing() {
    return after.equals(before);
  }

  /** What will stand once this is written. */
  public TeaserView view() {
    return new TeaserView(after, content());
  }

  /** Writes all of it, in one transaction. */
  public Commit.Result commit(Alongside alongside) {
    var change = new Change(before, after, revision, line, newForms);
    return store.commit(alongside.commit(List.of(change), view()));
  }

  private TeaserContent content(int number) {
    if (content != null && number == after.head()) return content;
    return forms.read(
        store
            .revision(id(), number)
            .orElseThrow(
                () -> new IllegalStateException("no revision " + number + " of teaser " + id()))
            .content());
  }
}
