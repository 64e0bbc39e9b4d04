package extrablatt.domain.delivery;

import extrablatt.domain.EntryId;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest changes of a log up to its head, to be laid over its entries: their rows may not show
 * yet what a transaction wrote whose row of the log does.
 */
final class Overlay {
  private final Map<EntryId, PublicEntry> entries = new HashMap<>();
  private final Map<EntryId, Long> unpinned = new HashMap<>();
  private final Set<EntryId> removed = new HashSet<>();

  private Overlay() {}

  /** Empty if a number up to the head is missing among the rows, which come newest first. */
  static Optional<Overlay> of(LiveblogHead head, List<LogRow> rows) {
    var upToHead = rows.stream().filter(row -> row.seq() <= head.headSeq()).toList();
    if (upToHead.isEmpty() && head.headSeq() > 0) return Optional.empty();
    for (int i = 0; i < upToHead.size(); i++) {
      if (upToHead.get(i).seq() != head.headSeq() - i) return Optional.empty();
    }
    var overlay = new Overlay();
    upToHead.reversed().forEach(overlay::lay);
    return Optional.of(overlay);
  }

  private void lay(LogRow row) {
    switch (row) {
      case LogRow.Put put -> entries.put(put.entry().id(), put.entry());
      case LogRow.Pinned pin -> entries.put(pin.entry().id(), pin.entry());
      case LogRow.Unpinned unpin -> unpinned.put(unpin.entry(), unpin.seq());
      case LogRow.Removed remove -> removed.add(remove.entry());
      case LogRow.LiveblogChanged _, LogRow.Superseded _ -> {}
    }
  }

  /** How many entries the newest changes removed. */
  int removals() {
    return removed.size();
  }

  /** The entries that the newest changes carry, as they are then. */
  List<PublicEntry> entries() {
    return entries.values().stream()
        .filter(entry -> !removed.contains(entry.id()))
        .map(this::withoutPin)
        .toList();
  }

  /** The newest entries, given those that are stored. */
  List<PublicEntry> newest(List<PublicEntry> stored, int most) {
    return Stream.concat(
            stored.stream().filter(entry -> !isNewer(entry)),
            entries().stream()
                .filter(entry -> stored.stream().noneMatch(each -> isLater(each, entry))))
        .filter(entry -> !removed.contains(entry.id()))
        .map(this::withoutPin)
        .sorted(Comparator.comparingLong(PublicEntry::firstSeq).reversed())
        .limit(most)
        .toList();
  }

  /** Whether the newest changes carry something newer than what is stored. */
  private boolean isNewer(PublicEntry stored) {
    var entry = entries.get(stored.id());
    return entry != null && withoutPin(entry).seq() >= stored.seq();
  }

  private static boolean isLater(PublicEntry stored, PublicEntry entry) {
    return stored.id().equals(entry.id()) && stored.seq() > entry.seq();
  }

  private PublicEntry withoutPin(PublicEntry entry) {
    var seq = unpinned.get(entry.id());
    return seq == null || seq <= entry.seq() ? entry : entry.at(seq, false);
  }
}
