package extrablatt.publication;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.Map;
import java.util.stream.Stream;

/** Records of the table's stream, as Lambda hands them over. */
final class Streams {
  private Streams() {}

  /** Changes of one row, with these sequence numbers, which are its head numbers too. */
  static DynamodbEvent event(String partition, String sort, String... numbers) {
    var event = new DynamodbEvent();
    event.setRecords(Stream.of(numbers).map(number -> record(partition, sort, number)).toList());
    return event;
  }

  static DynamodbStreamRecord record(String partition, String sort, String number) {
    var change = new StreamRecord();
    change.setKeys(
        Map.of(
            "pk", new AttributeValue().withS(partition), "sk", new AttributeValue().withS(sort)));
    change.setNewImage(Map.of("headSeq", new AttributeValue().withN(number)));
    change.setSequenceNumber(number);
    var record = new DynamodbStreamRecord();
    record.setDynamodb(change);
    return record;
  }
}
