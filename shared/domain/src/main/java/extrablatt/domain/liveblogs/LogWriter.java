package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.publishing.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prepares one step forward of a log: any number of changes that are written together.
 *
 * <p>A row's text is in one place only. Where the row of a pin loses it, a reader who begins before
 * that row never hears of that pin, and the positions of pins written after it would mean other
 * places to him. Then all pins are written anew, the lowest first, each at the top, so that every
 * reader ends with the same order whatever he had before.
 *
 * <p>A transaction may show in part: a row that held a text may still show it when a later change
 * of the same entry is done. So a removal asks for the rows that the text left shortly before,
 * which it gets only when no other transaction has them in hand.
 */
final class LogWriter {
  /** That a pinned entry is gone since the head was read: the log went on meanwhile. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Overtaken() {
      super("the log went on", null, false, false);
    }
  }

  private final LiveblogHead before;
  private final Instant now;
  private final Function<Collection<Pin>, List<PublicEntry>> pinnedEntries;
  private final List<Pin> pins;
  private final Map<Long, LogRow> rows = new TreeMap<>();
  private final Set<Long> settled = new TreeSet<>();
  private final Map<EntryId, @Nullable PublicEntry> first = new LinkedHashMap<>();
  private final Map<EntryId, @Nullable PublicEntry> latest = new LinkedHashMap<>();
  private LiveblogHead head;

  /**
   * Goes on from a head.
   *
   * @param pinnedEntries finds what the public reads of pinned entries, as of that head
   */
  LogWriter(
      LiveblogHead head, Instant now, Function<Collection<Pin>, List<PublicEntry>> pinnedEntries) {
    this.before = head;
    this.head = head;
    this.now = now;
    this.pinnedEntries = pinnedEntries;
    this.pins = new ArrayList<>(head.pins());
  }

  /** A new entry. */
  PublicEntry post(EntryId id, Rendering face, boolean keyEvent) {
    var row = nextRow(false);
    var entry = new PublicEntry(id, row.seq(), row.seq(), false, keyEvent, row, List.of(), face);
    put(new LogRow.Put(row.seq(), now, entry));
    remember(null, entry);
    count(1);
    return entry;
  }

  /** An entry says something else. */
  PublicEntry edit(PublicEntry old, Rendering face, boolean keyEvent) {
    return rewritten(old, old.saying(face, keyEvent));
  }

  /** An entry is pinned at a position, counted from the top; beyond the last it is the last. */
  PublicEntry pin(PublicEntry old, int position) {
    pins.removeIf(pin -> pin.entry().equals(old.id()));
    pins.add(Math.min(position, pins.size()), pin(old));
    return rewritten(old, old);
  }

  /** An entry is no longer pinned. */
  PublicEntry unpin(PublicEntry old) {
    pins.removeIf(pin -> pin.entry().equals(old.id()));
    var seq = next();
    var entry = old.at(seq, false);
    put(new LogRow.Unpinned(seq, now, old.id()));
    remember(old, entry);
    return entry;
  }

  /** An entry goes, with every trace of its text. */
  void remove(PublicEntry old) {
    pins.removeIf(pin -> pin.entry().equals(old.id()));
    var row = old.text();
    put(new LogRow.Removed(row.seq(), row.at(), old.id()));
    put(new LogRow.Removed(next(), now, old.id()));
    settled.addAll(old.unsettledRows(now));
    first.putIfAbsent(old.id(), old);
    latest.put(old.id(), null);
    count(-1);
    if (othersDependOn(row, old.id())) writePinsAnew();
  }

  /** The liveblog itself says something else; it stands in its row as it is after this change. */
  void liveblog(LiveblogHead changed) {
    var row = nextRow(false);
    var old = head.liveblogRow();
    if (old != null) put(new LogRow.Superseded(old.seq(), old.at()));
    head =
        new LiveblogHead(
            head.id(),
            head.headSeq(),
            changed.status(),
            head.entryCount(),
            now,
            List.copyOf(pins),
            row,
            changed.slug(),
            changed.formerSlugs(),
            changed.startsAt(),
            changed.face(),
            changed.retraction());
    put(new LogRow.LiveblogChanged(row.seq(), now, head.whole()));
  }

  /** All of it. */
  LogChange change() {
    settled.removeAll(rows.keySet());
    var moved = new LinkedHashMap<EntryId, LogChange.Moved>();
    latest.forEach((id, entry) -> moved.put(id, new LogChange.Moved(first.get(id), entry)));
    return new LogChange(before, head(), List.copyOf(rows.values()), settled, moved);
  }

  private PublicEntry rewritten(PublicEntry old, PublicEntry wanted) {
    int position = position(old.id());
    if (position >= 0 && othersDependOn(old.text(), old.id())) {
      remember(old, wanted);
      writePinsAnew();
      return current(wanted);
    }
    var entry = replaced(old, wanted, position);
    if (position < 0 && othersDependOn(old.text(), old.id())) writePinsAnew();
    return entry;
  }

  /** Writes an entry's text into a new row and takes it out of the old one. */
  private PublicEntry replaced(PublicEntry old, PublicEntry wanted, int position) {
    put(new LogRow.Superseded(old.text().seq(), old.text().at()));
    var row = nextRow(position >= 0);
    var entry = wanted.in(row, position >= 0);
    if (position < 0) put(new LogRow.Put(row.seq(), now, entry));
    else {
      pins.set(position, pin(entry));
      put(new LogRow.Pinned(row.seq(), now, entry, position));
    }
    remember(old, entry);
    return entry;
  }

  /** Whether other entries were pinned after a pin whose row loses its text. */
  private boolean othersDependOn(TextRow row, EntryId id) {
    return row.isPin()
        && pins.stream().anyMatch(pin -> !pin.entry().equals(id) && pin.textSeq() > row.seq());
  }

  private void writePinsAnew() {
    var stored = new LinkedHashMap<EntryId, PublicEntry>();
    var missing = pins.stream().filter(pin -> latest.get(pin.entry()) == null).toList();
    for (var entry : pinnedEntries.apply(missing)) stored.put(entry.id(), entry);
    for (var pin : List.copyOf(pins).reversed()) {
      var entry = latest.get(pin.entry());
      if (entry == null) entry = stored.get(pin.entry());
      if (entry == null) throw new Overtaken();
      put(new LogRow.Superseded(entry.text().seq(), entry.text().at()));
      var row = nextRow(true);
      var again = entry.in(row, true);
      put(new LogRow.Pinned(row.seq(), now, again, 0));
      pins.set(position(pin.entry()), pin(again));
      remember(entry, again);
    }
  }

  private PublicEntry current(PublicEntry entry) {
    var current = latest.get(entry.id());
    return current == null ? entry : current;
  }

  private static Pin pin(PublicEntry entry) {
    return new Pin(entry.id(), entry.firstSeq(), entry.text().seq());
  }

  private int position(EntryId id) {
    for (int i = 0; i < pins.size(); i++) {
      if (pins.get(i).entry().equals(id)) return i;
    }
    return -1;
  }

  private void put(LogRow row) {
    rows.put(row.seq(), row);
  }

  private void remember(@Nullable PublicEntry old, PublicEntry entry) {
    if (!first.containsKey(entry.id())) first.put(entry.id(), old);
    latest.put(entry.id(), entry);
  }

  private TextRow nextRow(boolean isPin) {
    return new TextRow(next(), now, isPin);
  }

  private long next() {
    head = moved(head.headSeq() + 1, head.entryCount());
    return head.headSeq();
  }

  private void count(int more) {
    head = moved(head.headSeq(), head.entryCount() + more);
  }

  private LiveblogHead head() {
    return moved(head.headSeq(), head.entryCount());
  }

  private LiveblogHead moved(long headSeq, int entryCount) {
    return new LiveblogHead(
        head.id(),
        headSeq,
        head.status(),
        entryCount,
        now,
        pins,
        head.liveblogRow(),
        head.slug(),
        head.formerSlugs(),
        head.startsAt(),
        head.face(),
        head.retraction());
  }
}
