package extrablatt.storage;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StorageTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          entry("AWS_REGION", "eu-central-1"),
          entry("AWS_ACCESS_KEY_ID", "local"),
          entry("AWS_SECRET_ACCESS_KEY", "local"),
          entry("TABLE_NAME", "extrablatt"),
          entry("CONTENT_BUCKET", "content"),
          entry("DROP_BUCKET", "drop"),
          entry("INGEST_QUEUE_URL", "http://localhost:1/queue"),
          entry("LIVEBLOG_INGEST_QUEUE_URL", "http://localhost:1/liveblogs"),
          entry("MEDIA_INGEST_QUEUE_URL", "http://localhost:1/media"),
          entry("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1"),
          entry("AWS_ENDPOINT_URL_S3", "http://localhost:1"));

  @Test
  void allStoresOpen() {
    try (var storage = Storage.from(ENVIRONMENT)) {
      assertThatCode(
              () -> {
                storage.content();
                storage.publicDocuments();
                storage.origins();
                storage.receipts();
                storage.idempotency();
                storage.drops();
                storage.ingestQueue();
              })
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> without("TABLE_NAME").content())
        .withMessageContaining("TABLE_NAME");
    assertThatIllegalStateException()
        .isThrownBy(() -> without("CONTENT_BUCKET").publicDocuments())
        .withMessageContaining("CONTENT_BUCKET");
    assertThatIllegalStateException()
        .isThrownBy(() -> without("DROP_BUCKET").drops())
        .withMessageContaining("DROP_BUCKET");
    assertThatIllegalStateException()
        .isThrownBy(() -> without("INGEST_QUEUE_URL").ingestQueue())
        .withMessageContaining("INGEST_QUEUE_URL");
    assertThatIllegalStateException()
        .isThrownBy(() -> without("AWS_REGION").origins())
        .withMessageContaining("AWS_REGION");
  }

  @Test
  void onlyWhatIsUsedNeedsItsVariable() {
    assertThatCode(() -> without("DROP_BUCKET").content()).doesNotThrowAnyException();
    assertThatCode(() -> without("CONTENT_BUCKET").receipts()).doesNotThrowAnyException();
  }

  private static Storage without(String name) {
    var environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);
    return Storage.from(environment);
  }
}
