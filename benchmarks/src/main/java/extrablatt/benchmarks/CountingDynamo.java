package extrablatt.benchmarks;

import java.util.Collection;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * DynamoDB that writes down what each request consumed. A kind of request that it cannot count is
 * refused, so that none goes uncounted.
 */
final class CountingDynamo implements DynamoDbClient {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final DynamoDbClient client;
  private final Tally tally;

  CountingDynamo(DynamoDbClient client, Tally tally) {
    this.client = client;
    this.tally = tally;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var answer = client.getItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    tally.add(Cost.read(answer.consumedCapacity().capacityUnits()));
    return answer;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var answer = client.batchGetItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    tally.add(Cost.read(sum(answer.consumedCapacity())));
    return answer;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var answer = client.query(request.toBuilder().returnConsumedCapacity(TOTAL).build());
    tally.add(Cost.read(answer.consumedCapacity().capacityUnits()));
    return answer;
  }

  /**
   * What a transaction consumes is reckoned from the sizes of its rows: what DynamoDB Local says of
   * it does not grow with their number.
   */
  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var rows = request.transactItems().stream().map(WrittenRow::of).toList();
    var before = rows.stream().map(row -> row.size(client)).toList();
    var answer = client.transactWriteItems(request);
    double units = 0;
    for (int i = 0; i < rows.size(); i++)
      units += WrittenRow.units(before.get(i), rows.get(i).size(client));
    tally.add(Cost.write(units, rows.size()));
    return answer;
  }

  private static double sum(Collection<ConsumedCapacity> consumed) {
    return consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    client.close();
  }
}
