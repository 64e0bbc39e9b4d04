package extrablatt.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.local.streams.Positions.Position;
import extrablatt.local.streams.TableStream.Shard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads a stream onwards whenever it is asked to, a shard after the one that it follows, and has
 * each record that is wanted delivered.
 */
final class StreamReader {
  /** Shards live for hours, so this is often enough to hear of one that no end of another told. */
  private static final int POLLS_BETWEEN_LOOKS = 100;

  private final TableStream stream;
  private final String arn;
  private final Batches batches;
  private final Positions positions;
  private final Delivery delivery;
  private final Map<String, String> iterators = new LinkedHashMap<>();
  private int pollsToNextLook;

  /**
   * What goes into one call.
   *
   * @param wanted which records the function is called with
   */
  record Batches(int size, Predicate<JsonNode> wanted) {}

  /**
   * @param arn the stream's, as the function is to see it
   */
  StreamReader(
      TableStream stream, String arn, Batches batches, Positions positions, Delivery delivery) {
    this.stream = stream;
    this.arn = arn;
    this.batches = batches;
    this.positions = positions;
    this.delivery = delivery;
  }

  /** Passes over all that is there, unless the stream was read before. */
  void beginAtTheEnd() {
    if (positions.areKnown()) {
      return;
    }
    stream.shards().forEach(shard -> positions.put(shard.id(), end(shard.id())));
  }

  /** Delivers what came since the last time. */
  void poll() throws InterruptedException {
    if (iterators.isEmpty() || pollsToNextLook-- <= 0) {
      lookForShards();
    }
    for (var shard : List.copyOf(iterators.keySet())) {
      readOn(shard);
    }
  }

  /** Goes back to the kept positions, after an error. */
  void forgetIterators() {
    iterators.clear();
  }

  private Position end(String shard) {
    String last = null;
    for (var iterator = stream.iterator(shard, null); ; ) {
      var page = stream.read(iterator);
      if (!page.records().isEmpty()) {
        last = page.records().getLast().dynamodb().sequenceNumber();
      }
      if (page.next() == null || page.records().isEmpty()) {
        return new Position(last, page.next() == null);
      }
      iterator = page.next();
    }
  }

  private void lookForShards() {
    pollsToNextLook = POLLS_BETWEEN_LOOKS;
    var shards = stream.shards();
    var ids = shards.stream().map(Shard::id).collect(Collectors.toSet());
    positions.keepOnly(ids);
    for (var shard : shards) {
      var position = positions.of(shard.id());
      if (!position.ended() && !iterators.containsKey(shard.id()) && isItsTurn(shard, ids)) {
        iterators.put(shard.id(), stream.iterator(shard.id(), position.after()));
      }
    }
  }

  private boolean isItsTurn(Shard shard, Set<String> kept) {
    var parent = shard.parent();
    return parent == null || !kept.contains(parent) || positions.of(parent).ended();
  }

  private void readOn(String shard) throws InterruptedException {
    for (var iterator = iterators.get(shard); iterator != null; ) {
      var page = stream.read(iterator);
      deliver(shard, page.records());
      if (page.next() == null) {
        positions.put(shard, new Position(positions.of(shard).after(), true));
        iterators.remove(shard);
        pollsToNextLook = 0;
      } else {
        iterators.put(shard, page.next());
      }
      iterator = page.records().isEmpty() ? null : page.next();
    }
  }

  private void deliver(String shard, List<Record> records) throws InterruptedException {
    var batch = new ArrayList<ObjectNode>();
    for (var record : records) {
      var json = RecordJson.of(record, arn);
      if (batches.wanted().test(json)) {
        batch.add(json);
      }
      if (batch.size() == batches.size() || record.equals(records.getLast())) {
        if (!batch.isEmpty()) {
          delivery.deliver(shard, List.copyOf(batch), done -> advance(shard, done));
          batch.clear();
        }
        advance(shard, record.dynamodb().sequenceNumber());
      }
    }
  }

  private void advance(String shard, String sequenceNumber) {
    if (!sequenceNumber.equals(positions.of(shard).after())) {
      positions.put(shard, new Position(sequenceNumber, false));
    }
  }
}
