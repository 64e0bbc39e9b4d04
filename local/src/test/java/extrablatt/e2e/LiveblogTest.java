package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A liveblog through the whole stack: posted, read, pushed, removed. */
@ExtendWith(OneStack.class)
final class LiveblogTest {
  private static final String TABLE = "extrablatt-content";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Api newsroom;
  private final Api reader;
  private final URI sockets;
  private final URI table;

  LiveblogTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    var uri = stack.parts().sockets();
    if (uri == null) throw new IllegalStateException("the template has a WebSocket API");
    sockets = uri;
    table = stack.parts().endpoints().dynamoDb();
  }

  @Test
  void anEntryIsInTheSnapshotAndInTheChangesAndAtItsOwnAddress() {
    var liveblog = Liveblogs.opened(newsroom, "Der Deich bei Nacht");

    var entry = liveblog.post("Der Pegel fällt");

    var snapshot = reader.get("/liveblogs/" + liveblog.slug()).with(200);
    assertThat(snapshot.header("Cache-Control")).isEqualTo("max-age=2");
    assertThat(snapshot.json().at("/entries/0/headline").asText()).isEqualTo("Der Pegel fällt");
    assertThat(snapshot.json().path("headSeq").asLong()).isEqualTo(1);
    assertThat(snapshot.json().path("socket").asText()).isEqualTo(sockets.toString());
    var row = liveblog.changes(reader, 0).getFirst();
    assertThat(row.path("op").asText()).isEqualTo("put");
    assertThat(row.path("entry")).isEqualTo(snapshot.json().at("/entries/0"));
    var alone = reader.get("/liveblogs/%s/entries/%s".formatted(liveblog.id(), Articles.id(entry)));
    assertThat(alone.with(200).json()).isEqualTo(row.path("entry"));
    assertThat(reader.get("/liveblogs?limit=100").with(200).text()).contains(liveblog.id());
  }

  @Test
  void aHeadOrAConditionalReadAnswersAsForEverythingElse() {
    var liveblog = Liveblogs.opened(newsroom, "Der Deich am Morgen");
    var path = "/liveblogs/" + liveblog.id() + "/changes?after=0";
    var first = reader.get(path).with(200);

    var again = reader.get(path, "If-None-Match", first.etag());

    assertThat(again.status()).isEqualTo(304);
    assertThat(reader.head(path).with(200).etag()).isEqualTo(first.etag());
  }

  @Test
  void aRemovedTextIsGoneFromEveryPublicRouteAtOnce() {
    var liveblog = Liveblogs.opened(newsroom, "Ein Irrtum");
    var entry = liveblog.post("Verwechslung");
    for (int i = 0; i < 20; i++) {
      newsroom
          .put(
              liveblog.entry(entry, ""),
              "{\"headline\": \"Verwechslung " + i + "\"}",
              "If-Match",
              "*")
          .with(200);
    }
    newsroom.post(liveblog.entry(entry, "/pin"), "{}").with(200);

    newsroom.send("DELETE", liveblog.entry(entry, ""), new byte[0]).with(204);

    var everything =
        List.of("", "/entries", "/entries?keyEvents=true", "/changes?after=0", "/changes?after=5");
    assertThat(everything)
        .allSatisfy(below ->
            assertThat(reader.get("/liveblogs/" + liveblog.id() + below).with(200).text())
                .doesNotContain("Verwechslung"));
    reader.get("/liveblogs/" + liveblog.id() + "/entries/" + Articles.id(entry)).with(404);
    newsroom.send("DELETE", liveblog.entry(entry, ""), new byte[0]).with(404);
    assertThat(liveblog.changes(reader, 0))
        .extracting(row -> row.path("seq").asInt())
        .isEqualTo(IntStream.rangeClosed(1, 23).boxed().toList());
  }

  @Test
  void manyEntriesAreWrittenInOrderAndARepeatedCallDoublesNothing() {
    var liveblog = Liveblogs.opened(newsroom, "Hundert auf einmal");
    var body = Articles.read("{}").putArray("entries");
    for (int i = 0; i < 100; i++) body.addObject().put("headline", "Nr. " + i);

    var path = liveblog.path("/entries");
    var first = newsroom.post(path, body.toString(), "Idempotency-Key", "hundert").with(201);
    var again = newsroom.post(path, body.toString(), "Idempotency-Key", "hundert").with(201);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(liveblog.changes(reader, 0))
        .extracting(row -> row.at("/entry/headline").asText())
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "Nr. " + i).toList());
  }

  @Test
  void aFaultInOneOfManyIsNamedByItsPlaceAndNothingIsWritten() {
    var liveblog = Liveblogs.opened(newsroom, "Ein Fehler unter vielen");
    var body = "[{\"headline\": \"gut\"}, {\"body\": [{\"type\": \"absatz\"}]}]";

    var refused = newsroom.post(liveblog.path("/entries"), body).with(422);

    assertThat(Articles.pointers(refused.json())).containsExactly("/1/body/0/type");
    assertThat(liveblog.changes(reader, 0)).isEmpty();
  }

  @Test
  void aScheduledEntryTakesItsNumberWhenItIsDue() {
    var liveblog = Liveblogs.opened(newsroom, "Später");
    var due = Instant.now().plusSeconds(2);
    var body = Articles.read("{}").put("headline", "Um zwei").put("publishAt", due.toString());
    var entry = newsroom.post(liveblog.path("/entries"), body.toString()).with(201).json();
    assertThat(entry.path("status").asText()).isEqualTo("scheduled");
    assertThat(entry.has("seq")).isFalse();
    liveblog.post("Dazwischen");

    var row =
        Waiting.until(
            SOON, "the scheduled entry", () -> liveblog.changes(reader, 1).stream().findFirst());

    assertThat(Instant.now()).isAfterOrEqualTo(due);
    assertThat(row.at("/entry/id").asText()).isEqualTo(Articles.id(entry));
    assertThat(row.path("seq").asInt()).isEqualTo(2);
  }

  @Test
  void aReaderBeyondTheLogIsToldToBeginAnew() {
    var liveblog = Liveblogs.opened(newsroom, "Zu weit");

    var answer = reader.get("/liveblogs/" + liveblog.id() + "/changes?after=7").with(410);

    assertThat(answer.json().path("type").asText()).isEqualTo("/problems/resync");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aDraftIsHiddenAndAWithdrawnLiveblogIsGone() {
    var draft =
        newsroom.post("/newsroom/liveblogs", "{\"headline\": \"Noch nicht\"}").with(201).json();
    var slug = draft.path("slug").asText();
    for (var below : List.of("", "/entries", "/changes"))
      reader.get("/liveblogs/" + slug + below).with(404);
    var status = "/newsroom/liveblogs/" + Articles.id(draft) + "/status";
    newsroom.post(status, "{\"status\": \"ended\"}").with(409);
    newsroom.post(status, "{\"status\": \"live\"}").with(200);
    reader.get("/liveblogs/" + slug).with(200);

    newsroom
        .post("/newsroom/liveblogs/" + Articles.id(draft) + "/withdraw", "{\"reason\": \"Irrtum\"}")
        .with(200);

    for (var below : List.of("", "/entries", "/changes"))
      assertThat(reader.get("/liveblogs/" + slug + below).with(410).json().path("reason").asText())
          .isEqualTo("Irrtum");
    assertThat(reader.get("/liveblogs?limit=100").with(200).text()).doesNotContain(slug);
  }

  @Test
  void anArticleShowsALiveblogAsItIsAndNotAtAllWhenItIsWithdrawn() {
    var liveblog = Liveblogs.opened(newsroom, "Vor der Wahl");
    var article = Articles.titled("Ein Bericht zur Wahl");
    article
        .withArray("body")
        .addObject()
        .put("type", "liveblogTeaser")
        .putObject("liveblog")
        .put("slug", liveblog.slug());
    var id = Articles.id(Articles.published(newsroom, article));
    assertThat(shown(id).at("/liveblog/headline").asText()).isEqualTo("Vor der Wahl");

    newsroom
        .patch(liveblog.path(""), "{\"headline\": \"Nach der Wahl\"}", "If-Match", "*")
        .with(200);

    Waiting.until(
        SOON,
        "the new headline in the article",
        () ->
            Optional.of(shown(id))
                .filter(block -> block.at("/liveblog/headline").asText().equals("Nach der Wahl")));
    var revision = newsroom.get("/newsroom/articles/" + id).with(200).json().path("revision");
    assertThat(revision.asInt()).isEqualTo(1);
    newsroom.post(liveblog.path("/withdraw"), "{\"reason\": \"Irrtum\"}").with(200);
    Waiting.until(
        SOON,
        "an article without it",
        () -> Optional.of(shown(id)).filter(JsonNode::isMissingNode));
  }

  private JsonNode shown(String article) {
    return reader.get("/articles/" + article).with(200).json().at("/body/1");
  }

  @Test
  void aSocketHearsOfEachChangeUntilItIsClosed() throws Exception {
    var liveblog = Liveblogs.opened(newsroom, "Am Draht");
    var heard = new LinkedBlockingQueue<String>();
    var socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(sockets, new Listening(heard))
            .get(10, TimeUnit.SECONDS);
    socket
        .sendText("{\"action\":\"subscribe\",\"liveblogId\":\"" + liveblog.id() + "\"}", true)
        .get(10, TimeUnit.SECONDS);

    var message =
        Waiting.until(
            SOON,
            "a message",
            () -> {
              liveblog.post("Noch einer");
              return Optional.ofNullable(polled(heard));
            });

    assertThat(Articles.read(message).path("liveblogId").asText()).isEqualTo(liveblog.id());
    assertThat(Articles.read(message).path("headSeq").isIntegralNumber()).isTrue();
    assertThat(Articles.read(message).size()).isEqualTo(2);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get(10, TimeUnit.SECONDS);
  }

  /** A machine that is switched off closes no socket, so nobody says that it is gone. */
  @Test
  void aSocketThatNobodyClosedIsForgottenAtTheNextChange() {
    var liveblog = Liveblogs.opened(newsroom, "Am toten Draht");
    try (var dynamo = Clients.ofTheDeveloper(DynamoDbClient.builder(), table).build()) {
      var subscribed = subscription("SOCKETS#switched-off", liveblog.id(), liveblog);
      var subscriber = subscription("SOCKET#" + liveblog.id(), "switched-off", liveblog);
      dynamo.putItem(put -> put.tableName(TABLE).item(subscribed));
      dynamo.putItem(put -> put.tableName(TABLE).item(subscriber));

      liveblog.post("Noch einer");

      awaitNone(dynamo, "SOCKETS#switched-off");
      awaitNone(dynamo, "SOCKET#" + liveblog.id());
    }
  }

  private static Map<String, AttributeValue> subscription(
      String partition, String sort, Liveblogs liveblog) {
    long later = Instant.now().plus(Duration.ofHours(2)).getEpochSecond();
    return Map.of(
        "pk", AttributeValue.fromS(partition),
        "sk", AttributeValue.fromS(sort),
        "connection", AttributeValue.fromS("switched-off"),
        "liveblog", AttributeValue.fromS(liveblog.id()),
        "expires", AttributeValue.fromN(Long.toString(later)));
  }

  private static void awaitNone(DynamoDbClient dynamo, String partition) {
    var wanted = Map.of(":pk", AttributeValue.fromS(partition));
    Waiting.until(
        SOON,
        "that nothing is left of " + partition,
        () ->
            Optional.of(
                    dynamo.query(query ->
                        query
                            .tableName(TABLE)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(wanted)))
                .filter(rows -> rows.items().isEmpty()));
  }

  private static @Nullable String polled(BlockingQueue<String> heard) {
    try {
      return heard.poll(300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Keeps whole messages. */
  private record Listening(BlockingQueue<String> heard) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(text.toString());
      socket.request(1);
      return null;
    }
  }
}
