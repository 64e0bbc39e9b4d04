package extrablatt.domain.liveblogs;

import extrablatt.domain.Caller;
import extrablatt.domain.EntryId;
import extrablatt.domain.Fault;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where entries are posted, one or many: all are checked before the first is written, and many are
 * written in order, in steps, each of which is one transaction.
 */
public final class EntryPosting {
  /** So many rows of the hundred of a transaction are taken by entries and their teasers. */
  private static final int MOST_ROWS = 88;

  private static final int ROWS_OF_AN_ENTRY = 5;

  /** So that a step stays within 4 MB even if all its entries are as long as can be. */
  private static final int MOST_AT_ONCE = 15;

  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final LiveblogWriting writing;
  private final EntryDesk desk;

  public EntryPosting(LiveblogWriting writing) {
    this.writing = writing;
    this.desk = new EntryDesk(writing);
  }

  /** What is written with the last step of a call, given all entries of the call. */
  @FunctionalInterface
  public interface Alongside extends Function<List<EntryView>, Commit> {}

  /** The call that posts: under its key a repeated one goes on where the first stopped. */
  public record Call(IdempotencyKey key, String fingerprint) {}

  /** One entry that is ready to be written. */
  private record Ready(EntrySave save, EntryContent content, EntryPreparation prepared) {
    int rows() {
      return ROWS_OF_AN_ENTRY + prepared.shownRows(content.body()) + prepared.teasers().newRows();
    }
  }

  /** What is written in one step. */
  private record Step(LogCommit commit, List<EntryView> views) {}

  /**
   * Posts one entry.
   *
   * @throws InvalidContent naming every fault
   * @throws Overtaken if what is written with it was changed by another delivery
   */
  public EntryView post(
      LiveblogId liveblog, EntrySave save, Caller caller, EntryDesk.Alongside alongside) {
    var ready = ready(List.of(save), caller, _ -> "");
    var ids = List.of(new EntryId(writing.ids().next()));
    return write(liveblog, ready, ids, caller, null, views -> alongside.apply(views.getFirst()))
        .getFirst();
  }

  /**
   * Posts many entries in their order.
   *
   * @param call absent if the caller gave no key
   * @throws InvalidContent naming every fault of all of them; then none is written
   */
  public List<EntryView> postAll(
      LiveblogId liveblog,
      List<EntrySave> saves,
      Caller caller,
      @Nullable Call call,
      Alongside alongside) {
    var ready = ready(saves, caller, index -> "/" + index);
    var stored = call == null ? null : writing.store().batch(call.key()).orElse(null);
    var batch = call == null ? null : begun(call, stored, saves.size());
    var ids = batch == null ? newIds(saves.size()) : batch.ids();
    var views = new ArrayList<EntryView>();
    int done = batch == null ? 0 : batch.done();
    for (var id : ids.subList(0, done)) {
      writing.store().entry(liveblog, id).map(desk::view).ifPresent(views::add);
    }
    while (done < ready.size()) {
      int end = end(ready, done);
      boolean isLast = end == ready.size();
      var before = List.copyOf(views);
      var step = batch == null ? null : new LogCommit.BatchStep(stored, batch.having(end));
      views.addAll(
          write(
              liveblog,
              ready.subList(done, end),
              ids.subList(done, end),
              caller,
              step,
              added ->
                  isLast
                      ? alongside.apply(Stream.concat(before.stream(), added.stream()).toList())
                      : new Commit(List.of(), null, List.of(), null)));
      done = end;
      stored = step == null ? null : step.after();
    }
    return List.copyOf(views);
  }

  /** Where the call goes on: a record whose time is over is replaced. */
  private Batch begun(Call call, @Nullable Batch stored, int size) {
    var now = writing.clock().instant();
    if (stored == null || !stored.until().isAfter(now))
      return new Batch(call.key(), call.fingerprint(), newIds(size), 0, now.plus(REMEMBERED));
    if (!stored.fingerprint().equals(call.fingerprint()))
      throw new InvalidContent(
          List.of(Fault.at("", "this Idempotency-Key was used with another body")));
    return stored;
  }

  private List<EntryId> newIds(int size) {
    return Stream.generate(() -> writing.ids().next())
        .limit(size)
        .sorted()
        .map(EntryId::new)
        .toList();
  }

  private static int end(List<Ready> ready, int start) {
    int rows = 0;
    int end = start;
    while (end < ready.size() && end - start < MOST_AT_ONCE) {
      rows += ready.get(end).rows();
      if (rows > MOST_ROWS && end > start) break;
      end++;
    }
    return end;
  }

  private List<Ready> ready(
      List<EntrySave> saves, Caller caller, Function<Integer, String> pointer) {
    var now = writing.clock().instant();
    var faults = new ArrayList<Fault>();
    var ready = new ArrayList<Ready>();
    for (int i = 0; i < saves.size(); i++) {
      var save = saves.get(i);
      var prepared = new EntryPreparation(writing, now, caller);
      var content = prepared.settled(save.content(), pointer.apply(i), faults);
      ready.add(new Ready(save, content, prepared));
    }
    if (!faults.isEmpty()) throw new InvalidContent(faults);
    for (var each : ready) each.prepared().requireFitting(each.content(), now);
    return ready;
  }

  private List<EntryView> write(
      LiveblogId liveblog,
      List<Ready> ready,
      List<EntryId> ids,
      Caller caller,
      LogCommit.@Nullable BatchStep batch,
      Alongside alongside) {
    for (int tries = 1; tries <= LiveblogDesk.TRIES; tries++) {
      var step = step(liveblog, ready, ids, caller, batch, alongside);
      switch (writing.store().commit(step.commit())) {
        case DONE -> {
          return step.views();
        }
        case ANSWER_LOST -> throw LiveblogDesk.lost();
        case ORIGIN_CHANGED, RECEIPT_CHANGED -> throw new Overtaken();
        case SLUG_TAKEN -> throw LiveblogDesk.busy();
        case DOCUMENT_CHANGED -> {
          ready.forEach(each -> each.prepared().teasers().readAnew());
          writing.pause().before(tries);
        }
      }
    }
    throw LiveblogDesk.busy();
  }

  private Step step(
      LiveblogId liveblog,
      List<Ready> ready,
      List<EntryId> ids,
      Caller caller,
      LogCommit.@Nullable BatchStep batch,
      Alongside alongside) {
    var head =
        writing
            .store()
            .head(liveblog)
            .orElseThrow(() -> new NotFound("There is no liveblog " + liveblog + "."));
    LiveblogDesk.requireStanding(head);
    var now = writing.clock().instant();
    var log = new LogWriter(head, now, _ -> List.of());
    var views = new ArrayList<EntryView>();
    var teasers = new ArrayList<Change>();
    var versions = new HashMap<TeaserId, Long>();
    for (int i = 0; i < ready.size(); i++) {
      views.add(written(liveblog, ids.get(i), ready.get(i), log, now, caller));
      var own = ready.get(i).prepared().teasers();
      teasers.addAll(own.changes());
      versions.putAll(own.versions(views.getLast().entry().shownTeasers()));
    }
    var change = log.change();
    var rest = alongside.apply(views);
    return new Step(
        new LogCommit(
            change.rows().isEmpty() ? null : change,
            null,
            views.stream().map(view -> new EntryChange(null, view.entry())).toList(),
            batch,
            versions,
            new Commit(teasers, rest.origin(), rest.receipts(), rest.answer())),
        views);
  }

  private static EntryView written(
      LiveblogId liveblog, EntryId id, Ready ready, LogWriter log, Instant now, Caller caller) {
    var status = ready.save().statusAt(now);
    var teasers = ready.prepared().teasers();
    PublicEntry published = null;
    if (status == EntryStatus.PUBLISHED) {
      teasers.publish(teasers.created(), ready.content().body());
      var face = ready.prepared().face(1, now, now, ready.content());
      published = log.post(id, face, ready.content().keyEvent());
    }
    var entry =
        new Entry(
            liveblog,
            id,
            1,
            1,
            status,
            ready.save().publishAtOf(status),
            published == null ? null : Long.valueOf(published.firstSeq()),
            now,
            published == null ? null : now,
            published == null ? null : now,
            caller.name(),
            ready.save().origin(),
            teasers.created(),
            published == null ? List.of() : Bodies.teasers(ready.content().body()),
            ready.prepared().stored(ready.content()));
    return new EntryView(entry, published, ready.content(), teasers.views(ready.content().body()));
  }
}
