package extrablatt.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.ingest.Dropped;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropNotificationTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123Z");

  @Test
  void everyRecordCountsAndKeysAreDecodedLikeFormFields() {
    var message =
        """
        {"Records":[
          {"eventName":"ObjectCreated:Put","eventTime":"2026-03-14T12:00:00.123Z",
           "s3":{"object":{"key":"publish/demo/Fl%C3%BCsse+1%2B1.txt","versionId":"v1","sequencer":"0A"}}},
          {"eventName":"ObjectCreated:CompleteMultipartUpload","eventTime":"2026-03-14T12:00:00.123Z",
           "s3":{"object":{"key":"drafts/demo/b.json","versionId":"v2","sequencer":"0B"}}},
          {"eventName":"ObjectRemoved:Delete","eventTime":"2026-03-14T12:00:00.123Z",
           "s3":{"object":{"key":"drafts/demo/c.json","sequencer":"0C"}}}]}
        """;

    var notification = DropNotification.read(message);

    assertThat(notification.dropped())
        .containsExactly(
            new Dropped("publish/demo/Flüsse 1+1.txt", "v1", "0A", NOON),
            new Dropped("drafts/demo/b.json", "v2", "0B", NOON));
    assertThat(notification.replay()).isFalse();
  }

  @Test
  void aReplaySaysSo() {
    var message =
        """
        {"replay":true,"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-03-14T12:00:00.123Z",
         "s3":{"object":{"key":"publish/demo/a.txt","versionId":"v1","sequencer":"0A"}}}]}
        """;

    assertThat(DropNotification.read(message).replay()).isTrue();
  }

  @Test
  void keysInEventBridgesEventsAreNotEncoded() {
    var message =
        """
        {"detail-type":"Object Created","source":"aws.s3","time":"2026-03-14T12:00:00.123Z","detail":{
         "bucket":{"name":"drop"},"object":{"key":"stray/a+b.txt","version-id":"v1","sequencer":"0A","size":3}}}
        """;

    assertThat(DropNotification.read(message).dropped())
        .containsExactly(new Dropped("stray/a+b.txt", "v1", "0A", NOON));
  }

  @Test
  void theTestMessageNamesNothing() {
    assertThat(
            DropNotification.read("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")
                .dropped())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "rubbish",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}"
      })
  void whatNamesNoObjectIsUnreadable(String message) {
    assertThatThrownBy(() -> DropNotification.read(message))
        .isInstanceOf(DropNotification.Unreadable.class);
  }
}
