package extrablatt.storage;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a row stands in the table. */
record Key(String partition, String sort) {
  static final String PARTITION = "pk";
  static final String SORT = "sk";

  static Key of(Map<String, AttributeValue> attributes) {
    var item = new ItemReader(attributes);
    return new Key(item.text(PARTITION), item.text(SORT));
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(
        PARTITION, AttributeValue.fromS(partition), //
        SORT, AttributeValue.fromS(sort));
  }
}
