package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import extrablatt.storage.TableChange;
import java.util.List;
import java.util.Map;

/** Records of the table's stream. */
final class Records {
  private Records() {}

  /** Those of an event; there are none in what another kind of source sends. */
  static List<DynamodbStreamRecord> of(DynamodbEvent event) {
    var records = event.getRecords();
    if (records == null)
      throw new IllegalArgumentException("no event of a table's stream: it has no Records");
    return records;
  }

  static TableChange change(DynamodbStreamRecord record) {
    var keys = record.getDynamodb().getKeys();
    return new TableChange(text(keys, "pk"), text(keys, "sk"));
  }

  private static String text(Map<String, AttributeValue> keys, String name) {
    var value = keys.get(name);
    if (value == null) throw new IllegalArgumentException("a record without " + name);
    return value.getS();
  }

  /** All records are done with. */
  static StreamsEventResponse done() {
    return new StreamsEventResponse(List.of());
  }

  /** The stream goes on with this record, so that the order stays. */
  static StreamsEventResponse from(DynamodbStreamRecord record) {
    return new StreamsEventResponse(
        List.of(new BatchItemFailure(record.getDynamodb().getSequenceNumber())));
  }
}
