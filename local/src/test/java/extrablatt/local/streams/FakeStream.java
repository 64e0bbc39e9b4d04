package extrablatt.local.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A stream in memory whose pages hold two records; iterators are a shard and an index. */
final class FakeStream implements TableStream {
  private static final int PAGE = 2;

  private final Map<String, Shard> shards = new LinkedHashMap<>();
  private final Map<String, List<Record>> records = new LinkedHashMap<>();
  private final List<String> closed = new ArrayList<>();
  private int lastNumber;

  void open(String shard, @Nullable String parent) {
    shards.put(shard, new Shard(shard, parent));
    records.put(shard, new ArrayList<>());
  }

  void close(String shard) {
    closed.add(shard);
  }

  /** Adds a record whose sequence number is one more than the last one's. */
  void write(String shard, String key) {
    var number = "%03d".formatted(++lastNumber);
    of(shard)
        .add(
            Record.builder()
                .eventName("INSERT")
                .dynamodb(it ->
                    it.keys(Map.of("pk", AttributeValue.fromS(key)))
                        .sequenceNumber(number)
                        .approximateCreationDateTime(Instant.EPOCH)
                        .sizeBytes(1L))
                .build());
  }

  @Override
  public String arn() {
    return "arn:aws:dynamodb:ddblocal:000000000000:table/t/stream/1";
  }

  @Override
  public List<Shard> shards() {
    return List.copyOf(shards.values());
  }

  @Override
  public String iterator(String shard, @Nullable String after) {
    var passed =
        of(shard).stream()
            .filter(it -> after != null && it.dynamodb().sequenceNumber().compareTo(after) <= 0)
            .count();
    return shard + "|" + passed;
  }

  @Override
  public Page read(String iterator) {
    var parts = List.of(iterator.split("\\|"));
    var all = of(parts.getFirst());
    int from = Integer.parseInt(parts.getLast());
    int to = Math.min(all.size(), from + PAGE);
    boolean ends = to == all.size() && closed.contains(parts.getFirst());
    return new Page(all.subList(from, to), ends ? null : parts.getFirst() + "|" + to);
  }

  @Override
  public void close() {}

  private List<Record> of(String shard) {
    return records.computeIfAbsent(shard, _ -> new ArrayList<>());
  }
}
