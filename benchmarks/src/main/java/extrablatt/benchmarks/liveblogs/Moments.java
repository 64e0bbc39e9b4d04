package extrablatt.benchmarks.liveblogs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What rows were a moment ago, and since when they show what they are: every row that a transaction
 * writes has its own moment, so a transaction may show in part, and before an earlier one.
 */
final class Moments {
  /** A row's key. */
  record Place(String partition, String sort) {
    static Place of(Map<String, AttributeValue> item) {
      return new Place(text(item, "pk"), text(item, "sk"));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
      var value = item.get(name);
      if (value == null) throw new IllegalArgumentException("no " + name + " in " + item.keySet());
      return value.s();
    }

    Map<String, AttributeValue> key() {
      return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }
  }

  /** What a row shows from a time on; nothing if it is not there then. */
  private record Version(Instant from, @Nullable Map<String, AttributeValue> item) {}

  private record Written(Instant at, Place place) {}

  /** How long what a row was is remembered. */
  private final Duration memory;

  private final Map<String, NavigableMap<String, List<Version>>> partitions = new HashMap<>();
  private final Deque<Written> forgetting = new ArrayDeque<>();

  Moments(Duration memory) {
    this.memory = memory;
  }

  /** A row was that, and shows what it is from a time on. */
  void written(
      Place place,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after,
      Instant from,
      Instant now) {
    var rows = partitions.computeIfAbsent(place.partition(), _ -> new TreeMap<>());
    var versions = rows.computeIfAbsent(place.sort(), _ -> new ArrayList<>());
    if (versions.isEmpty()) versions.add(new Version(Instant.MIN, before));
    versions.add(new Version(from, after));
    forgetting.add(new Written(now, place));
  }

  /** Whoever reads a row alone that was written alone sees it as it is. */
  void forget(Place place) {
    var rows = partitions.get(place.partition());
    if (rows != null) rows.remove(place.sort());
  }

  /** Whether what stands in the table may not be what a row shows. */
  boolean knows(Place place, Instant now) {
    settle(now);
    return partitions.getOrDefault(place.partition(), new TreeMap<>()).containsKey(place.sort());
  }

  /** Whether a transaction that wrote a row is not done with it. */
  boolean isPending(Place place, Instant now) {
    var rows = partitions.get(place.partition());
    var versions = rows == null ? null : rows.get(place.sort());
    return versions != null && versions.stream().anyMatch(version -> version.from().isAfter(now));
  }

  /** What a row that it knows shows at a time. */
  @Nullable Map<String, AttributeValue> shown(Place place, Instant at) {
    var rows = partitions.get(place.partition());
    var versions = rows == null ? null : rows.get(place.sort());
    if (versions == null) throw new IllegalArgumentException("not known: " + place);
    for (var version : versions.reversed()) {
      if (!version.from().isAfter(at)) return version.item();
    }
    throw new IllegalStateException("the first version shows from ever on");
  }

  /** The rows of a range that it knows; both ends belong to it. */
  List<Place> within(String partition, String low, String high, Instant now) {
    settle(now);
    var rows = partitions.get(partition);
    if (rows == null || low.compareTo(high) > 0) return List.of();
    return rows.subMap(low, true, high, true).keySet().stream()
        .map(sort -> new Place(partition, sort))
        .toList();
  }

  /** Everything shows what it is. */
  void settle() {
    partitions.clear();
    forgetting.clear();
  }

  private void settle(Instant now) {
    while (!forgetting.isEmpty() && forgetting.peek().at().plus(memory).isBefore(now)) {
      var place = forgetting.remove().place();
      var rows = partitions.get(place.partition());
      var versions = rows == null ? null : rows.get(place.sort());
      if (rows == null || versions == null) continue;
      if (versions.size() > 2) versions.removeFirst();
      else rows.remove(place.sort());
    }
  }
}
