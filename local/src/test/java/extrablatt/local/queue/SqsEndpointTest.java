package extrablatt.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.local.iam.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

final class SqsEndpointTest {
  private final LocalQueues queues =
      LocalQueues.open(
          null,
          List.of(
              new QueueSettings("drops", Duration.ofSeconds(30), 3, "drops-dead"),
              QueueSettings.withoutRedrive("drops-dead", Duration.ofSeconds(30))),
          Clock.systemUTC());
  private final SqsEndpoint endpoint =
      SqsEndpoint.start("127.0.0.1", 0, queues, "eu-central-1", Permissions.none());
  private final SqsClient client =
      SqsClient.builder()
          .endpointOverride(endpoint.endpoint())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
  private final String url = client.getQueueUrl(get -> get.queueName("drops")).queueUrl();

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
  }

  @Test
  void aMessageIsSentReceivedGivenBackAndDeleted() {
    var sent = client.sendMessage(send -> send.queueUrl(url).messageBody("Gr\u00fc\u00dfe"));
    var received =
        client
            .receiveMessage(receive ->
                receive.queueUrl(url).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages()
            .getFirst();
    client.changeMessageVisibility(change ->
        change.queueUrl(url).receiptHandle(received.receiptHandle()).visibilityTimeout(0));
    var again = client.receiveMessage(receive -> receive.queueUrl(url)).messages().getFirst();
    client.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(again.receiptHandle()));

    assertThat(received.body()).isEqualTo("Gr\u00fc\u00dfe");
    assertThat(received.messageId()).isEqualTo(sent.messageId()).isEqualTo(again.messageId());
    assertThat(received.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    assertThat(queues.queue("drops").counts()).isEqualTo(new LocalQueue.Counts(0, 0));
  }

  @Test
  void aBatchIsSentAndTheQueueTellsItsCounts() {
    var entries =
        List.of("a", "b").stream()
            .map(id ->
                SendMessageBatchRequestEntry.builder().id(id).messageBody("text " + id).build())
            .toList();

    var sent = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
    client.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(1));
    var attributes =
        client
            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();

    assertThat(sent.successful()).extracting(each -> each.id()).containsExactly("a", "b");
    assertThat(attributes)
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1")
        .containsEntry(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:000000000000:drops-dead\","
                + "\"maxReceiveCount\":3}");
  }

  @Test
  void anEmptyQueueAnswersNoMessages() {
    assertThat(client.receiveMessage(receive -> receive.queueUrl(url)).messages()).isEmpty();
  }

  @Test
  void queuesAreListedByPrefix() {
    var listed = client.listQueues(list -> list.queueNamePrefix("drops-")).queueUrls();

    assertThat(listed).singleElement().asString().endsWith("/000000000000/drops-dead");
  }

  @Test
  void anUnknownQueueIsAnErrorThatClientsKnow() {
    assertThatThrownBy(() -> client.getQueueUrl(get -> get.queueName("nowhere")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }
}
