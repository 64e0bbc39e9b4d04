package extrablatt.storage;

import static extrablatt.testing.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Outcome;
import org.junit.jupiter.api.Test;

final class ReplayNotificationTest {
  @Test
  void aReplayLooksLikeANotificationOfS3() {
    var receipt = receipt(7, 1, "publish/demo/Über uns (1)+\"x\".txt", Outcome.REJECTED);

    var text = new ReplayNotification("eu-central-1", "drop", "content").of(receipt);

    assertThat(text)
        .isEqualTo(
            """
            {"replay":true,"Records":[{"eventVersion":"2.1","eventSource":"aws:s3",\
            "awsRegion":"eu-central-1","eventTime":"2026-03-01T12:00:07Z",\
            "eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0",\
            "bucket":{"name":"drop","arn":"arn:aws:s3:::drop"},\
            "object":{"key":"publish/demo/%C3%9Cber+uns+%281%29%2B%22x%22.txt",\
            "versionId":"version-7","sequencer":"00ff7"}}}]}\
            """);
  }

  @Test
  void quotesAndControlCharactersAreEscaped() {
    assertThat(ReplayNotification.quoted("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\u000ad\"");
  }
}
