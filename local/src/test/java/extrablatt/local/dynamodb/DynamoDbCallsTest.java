package extrablatt.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.local.iam.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rights a request of DynamoDB's protocol needs. */
final class DynamoDbCallsTest {
  private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/content";
  private static final DynamoDbCalls CALLS = new DynamoDbCalls(Map.of("content", "pk"));

  @Test
  void anItemIsOnePartition() throws IOException {
    assertThat(calls("GetItem", "{'TableName': 'content', 'Key': {'pk': {'S': 'A'}}}"))
        .containsExactly(keyed("dynamodb:GetItem", "A"));
    assertThat(calls("PutItem", "{'TableName': 'content', 'Item': {'pk': {'S': 'A'}}}"))
        .containsExactly(keyed("dynamodb:PutItem", "A"));
  }

  @Test
  void aTableMayBeNamedByItsArn() throws IOException {
    assertThat(calls("DeleteItem", "{'TableName': '" + TABLE + "', 'Key': {'pk': {'S': 'A'}}}"))
        .containsExactly(keyed("dynamodb:DeleteItem", "A"));
  }

  @Test
  void aTransactionIsTheWritesAndChecksThatItHolds() throws IOException {
    var request =
        """
        {'TransactItems': [
          {'Put': {'TableName': 'content', 'Item': {'pk': {'S': 'A'}, 'sk': {'S': '1'}}}},
          {'Update': {'TableName': 'content', 'Key': {'pk': {'S': 'B'}}}},
          {'Delete': {'TableName': 'content', 'Key': {'pk': {'S': 'C'}}}},
          {'ConditionCheck': {'TableName': 'content', 'Key': {'pk': {'S': 'D'}}}}]}
        """;

    assertThat(calls("TransactWriteItems", request))
        .containsExactly(
            keyed("dynamodb:PutItem", "A"),
            keyed("dynamodb:UpdateItem", "B"),
            keyed("dynamodb:DeleteItem", "C"),
            keyed("dynamodb:ConditionCheckItem", "D"));
  }

  @Test
  void aReadingTransactionIsItsReads() throws IOException {
    var request =
        "{'TransactItems': [{'Get': {'TableName': 'content', 'Key': {'pk': {'S': 'A'}}}}]}";

    assertThat(calls("TransactGetItems", request)).containsExactly(keyed("dynamodb:GetItem", "A"));
  }

  @Test
  void aBatchIsAllItsPartitionsAtOnce() throws IOException {
    var request =
        "{'RequestItems': {'content': {'Keys': [{'pk': {'S': 'A'}}, {'pk': {'S': 'B'}}]}}}";

    assertThat(calls("BatchGetItem", request))
        .containsExactly(keyed("dynamodb:BatchGetItem", "A", "B"));
  }

  @Test
  void aBatchOfWritesIsAllItsPartitionsAtOnce() throws IOException {
    var request =
        """
        {'RequestItems': {'content': [
          {'PutRequest': {'Item': {'pk': {'S': 'A'}}}},
          {'DeleteRequest': {'Key': {'pk': {'S': 'B'}}}}]}}
        """;

    assertThat(calls("BatchWriteItem", request))
        .containsExactly(keyed("dynamodb:BatchWriteItem", "A", "B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk = :partition",
        "pk=:partition AND sk BETWEEN :low AND :high",
        "sk > :low and (pk = :partition)",
        "#p = :partition AND begins_with(sk, :low)"
      })
  void aQueryIsThePartitionThatItNames(String expression) throws IOException {
    var request =
        """
        {'TableName': 'content', 'KeyConditionExpression': '%s',
         'ExpressionAttributeNames': {'#p': 'pk'},
         'ExpressionAttributeValues': {
           ':partition': {'S': 'A'}, ':low': {'S': '1'}, ':high': {'S': '2'}}}
        """
            .formatted(expression);

    assertThat(calls("Query", request)).containsExactly(keyed("dynamodb:Query", "A"));
  }

  @Test
  void aScanAndATablesEndNameNoPartition() throws IOException {
    assertThat(calls("Scan", "{'TableName': 'content'}"))
        .containsExactly(Call.of("dynamodb:Scan", TABLE));
    assertThat(calls("DeleteTable", "{'TableName': 'content'}"))
        .containsExactly(Call.of("dynamodb:DeleteTable", TABLE));
  }

  private static List<Call> calls(String operation, String json) throws IOException {
    return CALLS.of(operation, new JsonMapper().readTree(json.replace('\'', '"')));
  }

  private static Call keyed(String action, String... keys) {
    return new Call(action, TABLE, Map.of("dynamodb:LeadingKeys", List.of(keys)));
  }
}
