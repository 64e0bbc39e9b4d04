package extrablatt.local.streams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A stream of DynamoDB; DynamoDB Local keeps its records on the disk, also when it is killed. */
public record DynamoTableStream(String arn, DynamoDbStreamsClient client) implements TableStream {

  @Override
  public List<Shard> shards() {
    var shards = new ArrayList<Shard>();
    for (String last = null; ; ) {
      var from = last;
      var page =
          client
              .describeStream(it -> it.streamArn(arn).exclusiveStartShardId(from))
              .streamDescription();
      page.shards().forEach(it -> shards.add(new Shard(it.shardId(), it.parentShardId())));
      last = page.lastEvaluatedShardId();
      if (last == null) {
        return shards;
      }
    }
  }

  /** What the stream no longer keeps is lost, so the oldest record that it keeps comes next. */
  @Override
  public String iterator(String shard, @Nullable String after) {
    var request = GetShardIteratorRequest.builder().streamArn(arn).shardId(shard);
    var fromTheOldest = request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build();
    if (after == null) {
      return client.getShardIterator(fromTheOldest).shardIterator();
    }
    try {
      var next =
          request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(after);
      return client.getShardIterator(next.build()).shardIterator();
    } catch (TrimmedDataAccessException _) {
      return client.getShardIterator(fromTheOldest).shardIterator();
    }
  }

  @Override
  public Page read(String iterator) {
    var answer = client.getRecords(it -> it.shardIterator(iterator));
    return new Page(answer.records(), answer.nextShardIterator());
  }

  @Override
  public void close() {
    client.close();
  }
}
