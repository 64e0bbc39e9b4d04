package extrablatt.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.push.Push;
import extrablatt.domain.push.SocketSender;
import extrablatt.testing.InMemoryStores;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PushFunctionTest {
  private static final LiveblogId LIVEBLOG = new LiveblogId("01KA6Q4C1V3X5Z7B9D2F4H6K8M");
  private static final LiveblogId OTHER = new LiveblogId("01KA6Q4C1V3X5Z7B9D2F4H6K8N");

  private final SocketsInMemory sockets = new SocketsInMemory();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final PushFunction function =
      new PushFunction(
          new Push(sockets, new Sending()), new Gone(new InMemoryStores().publicLiveblogs(), null));

  /** A socket whose name begins with gone is gone; one that begins with broken fails. */
  private final class Sending implements SocketSender {
    @Override
    public boolean send(String connection, Bytes message) {
      if (connection.startsWith("broken")) throw new IllegalStateException(connection);
      if (connection.startsWith("gone")) return false;
      sent.add(connection + " " + message.text());
      return true;
    }
  }

  @Test
  void everySocketThatWantsToIsToldTheNumberAndNothingElse() {
    IntStream.range(0, 250).forEach(i -> sockets.wants("c" + i, LIVEBLOG));
    sockets.wants("other", OTHER);

    function.handleRequest(Streams.event("PUB#LIVEBLOG#" + LIVEBLOG, "CHANGE#HEAD", "18"), null);

    assertThat(sent)
        .hasSize(250)
        .contains("c7 {\"liveblogId\":\"" + LIVEBLOG + "\",\"headSeq\":18}");
  }

  @Test
  void ofSeveralChangesOnlyTheLastIsTold() {
    sockets.wants("c", LIVEBLOG);

    function.handleRequest(
        Streams.event("PUB#LIVEBLOG#" + LIVEBLOG, "CHANGE#HEAD", "18", "19", "20"), null);

    assertThat(sent).singleElement().asString().contains("20");
  }

  @Test
  void aSocketThatIsGoneIsForgotten() {
    sockets.wants("gone", LIVEBLOG);
    sockets.wants("c", LIVEBLOG);

    function.handleRequest(Streams.event("PUB#LIVEBLOG#" + LIVEBLOG, "CHANGE#HEAD", "1"), null);

    assertThat(sockets.of(LIVEBLOG)).isEqualTo(List.of("c"));
  }

  @Test
  void anEventOfAnotherSourceIsNamedAsSuch() {
    assertThatThrownBy(() -> function.handleRequest(new DynamodbEvent(), null))
        .hasMessage("no event of a table's stream: it has no Records");
  }

  @Test
  void aFailureHoldsUpNothing() {
    sockets.wants("broken", LIVEBLOG);
    sockets.wants("c", OTHER);
    var event = Streams.event("PUB#LIVEBLOG#" + LIVEBLOG, "CHANGE#HEAD", "1");
    event.setRecords(
        List.of(
            event.getRecords().getFirst(),
            Streams.record("PUB#LIVEBLOG#" + OTHER, "CHANGE#HEAD", "2")));

    var answer = function.handleRequest(event, null);

    assertThat(answer.getBatchItemFailures()).isEmpty();
    assertThat(sent).singleElement().asString().startsWith("c ");
  }
}
