package extrablatt.local.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The stream of a table: shards, each of which is read in order and may come to an end. */
public interface TableStream extends AutoCloseable {

  String arn();

  List<Shard> shards();

  /**
   * @param after a sequence number; null reads from the oldest record that is kept
   */
  String iterator(String shard, @Nullable String after);

  Page read(String iterator);

  @Override
  void close();

  /**
   * A part of the stream.
   *
   * @param parent the shard that has to be read before this one, kept or not; null for none
   */
  record Shard(String id, @Nullable String parent) {}

  /**
   * Some records, perhaps none.
   *
   * @param next null at the end of a closed shard
   */
  record Page(List<Record> records, @Nullable String next) {
    public Page {
      records = List.copyOf(records);
    }
  }
}
