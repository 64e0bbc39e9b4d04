package extrablatt.e2e;

import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import extrablatt.local.template.Route;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample events, fed to the functions that the template sends such events to. */
@ExtendWith(OneStack.class)
abstract class EventsContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INGEST = "ArticleIngestFunction";
  private static final String ENTRY_INGEST = "EntryIngestFunction";
  private static final String MEDIA_INGEST = "MediaIngestFunction";
  private static final String DEAD_LETTERS = "ArticleIngestDeadLetterFunction";
  private static final String RECEIPT = "01KA6Q30B1D3F5H7K9N2Q4S6V8";
  private static final String ARTICLE = "01KA6Q2H8V3N5R7T9W1Y4B6D8F";
  private static final String ENTRY = "01KA6Q4E2W4Y6A8C1E3G5J7M9P";
  private static final String TEASER = "01KA6Q2H9A5C7E9G2J4M6P8R0T";

  /** The answers to samples that name what is there. */
  private static final Map<String, Integer> STATUSES =
      Map.ofEntries(
          Map.entry("check-page-text.json", 200),
          Map.entry("create-article.json", 201),
          Map.entry("get-article.json", 200),
          Map.entry("get-newsroom-article.json", 200),
          Map.entry("get-video-teaser.json", 200),
          Map.entry("head-article.json", 200),
          Map.entry("list-articles.json", 200),
          Map.entry("list-newsroom-articles.json", 200),
          Map.entry("list-newsroom-video-teasers.json", 200),
          Map.entry("list-receipts.json", 200),
          Map.entry("list-revisions.json", 200),
          Map.entry("list-video-teasers.json", 200),
          Map.entry("patch-article.json", 200),
          Map.entry("publish-article.json", 200),
          Map.entry("replace-article.json", 200),
          Map.entry("replay-drop.json", 202),
          Map.entry("create-liveblog.json", 201),
          Map.entry("get-changes.json", 200),
          Map.entry("get-entry.json", 200),
          Map.entry("get-liveblog.json", 200),
          Map.entry("list-entries.json", 200),
          Map.entry("list-liveblogs.json", 200),
          Map.entry("list-newsroom-entries.json", 200),
          Map.entry("pin-entry.json", 200),
          Map.entry("post-entries.json", 201),
          Map.entry("post-entry.json", 201),
          Map.entry("remove-entry.json", 204),
          Map.entry("replace-entry.json", 200),
          Map.entry("set-liveblog-status.json", 200),
          Map.entry("announce-upload.json", 201),
          Map.entry("create-video-teaser.json", 201),
          Map.entry("get-media.json", 404),
          Map.entry("list-video-teaser-revisions.json", 200),
          Map.entry("patch-video-teaser.json", 200),
          Map.entry("publish-video-teaser.json", 200),
          Map.entry("replace-video-teaser.json", 200),
          Map.entry("withdraw-video-teaser.json", 200),
          Map.entry("withdraw-article.json", 200));

  /** What becomes of the objects that samples name, none of which is there. */
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "dead-letter.json", "failed",
          "drop-clip.json", "rejected",
          "drop-entry.json", "rejected",
          "drop-json.json", "rejected",
          "drop-page-text.json", "rejected",
          "drop-poster.json", "rejected",
          "drop-stray.json", "rejected",
          "drop-subtitles.json", "rejected",
          "drop-teaser-metadata.json", "rejected",
          "upload-arrived.json", "rejected");

  /** What other triggers send, and to which function. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "article-changed.json", "PublicationFunction",
          "due-entries.json", "DueEntriesFunction",
          "liveblog-changed.json", "PublicationFunction",
          "log-moved.json", "PushFunction",
          "socket-connect.json", "SocketsFunction",
          "socket-disconnect.json", "SocketsFunction",
          "socket-subscribe.json", "SocketsFunction",
          "teaser-changed.json", "PublicationFunction");

  private static final String WITHOUT_OBJECT = "drop-test-message.json";

  private final Stack stack;
  private final Functions functions;
  private final Api newsroom;

  EventsContract(Stack stack, Functions functions) {
    this.stack = stack;
    this.functions = functions;
    newsroom = stack.newsroom();
  }

  static Stream<Arguments> calls() {
    return STATUSES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  static Stream<Arguments> drops() {
    return OUTCOMES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @Test
  void everySampleIsUsedHere() throws IOException {
    try (var files = Files.list(Samples.FOLDER)) {
      var known = new ArrayList<>(STATUSES.keySet());
      known.addAll(OUTCOMES.keySet());
      known.addAll(OTHERS.keySet());
      known.add(WITHOUT_OBJECT);

      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(known);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aCallIsAnswered(String sample, int status) throws Exception {
    var article = article(sample);
    var liveblog = Liveblogs.opened(newsroom, "Für das Ereignis " + sample);
    var event =
        sample(sample)
            .replace(Samples.LIVEBLOG, liveblog.id())
            .replace(ENTRY, liveblog.post("Ein Eintrag").path("id").asText())
            .replace(RECEIPT, sample.equals("replay-drop.json") ? receipt() : RECEIPT)
            .replace(ARTICLE, article.path("id").asText())
            .replace(TEASER, Articles.teasers(article).getFirst())
            .replace("hafenbahn-faehrt-wieder", article.path("slug").asText());
    var routeKey = JSON.readTree(event).path("routeKey").asText();
    var function =
        stack.routes().stream()
            .filter(route -> route.key().equals(routeKey))
            .map(Route::function)
            .findFirst()
            .orElseThrow();

    var answer = call(function, event);

    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
  }

  /** An article such as the sample wants: published, with a teaser. */
  private JsonNode article(String sample) {
    var article = titled("Für das Ereignis " + sample);
    var block = article.withArray("body").addObject().put("type", "videoTeaser");
    block.putObject("teaser").put("title", "Video für " + sample);
    return Articles.published(newsroom, article);
  }

  private String receipt() {
    return stack
        .drops()
        .deliver("publish/ereignis/replay.txt", "Noch einmal\n\nBitte.")
        .path("id")
        .asText();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drops")
  void aMessageIsTakenAndItsObjectsHaveReceipts(String sample, String outcome) throws Exception {
    var event = sample(sample);
    var records = JSON.readTree(event).path("Records");

    var answer = call(function(records), event);

    assertThat(answer.path("batchItemFailures")).isEmpty();
    for (var key : keys(records)) {
      assertThat(stack.drops().receipts("key", key))
          .extracting(receipt -> receipt.path("outcome").asText())
          .contains(outcome);
    }
  }

  @Test
  void aTestMessageOfTheStoreIsTakenAndMeansNothing() throws Exception {
    var answer = call(INGEST, sample(WITHOUT_OBJECT));

    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  static Stream<Arguments> others() {
    return OTHERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void aTriggerIsObeyed(String sample, String function) throws Exception {
    var liveblog = Liveblogs.opened(newsroom, "Für das Ereignis " + sample);
    var event = sample(sample).replace(Samples.LIVEBLOG, liveblog.id());

    var answer = functions.call(function, event.getBytes(StandardCharsets.UTF_8));

    var said = answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer);
    assertThat(said.path("batchItemFailures")).isEmpty();
    if (said.has("statusCode")) assertThat(said.get("statusCode").asInt()).isEqualTo(200);
  }

  private static String function(JsonNode records) {
    var queue = records.path(0).path("eventSourceARN").asText();
    if (queue.endsWith("liveblog-ingest")) return ENTRY_INGEST;
    if (queue.endsWith("media-ingest")) return MEDIA_INGEST;
    return queue.endsWith("dead-letter") ? DEAD_LETTERS : INGEST;
  }

  /** The keys of the objects that messages tell of, as S3 or EventBridge writes them. */
  private static List<String> keys(JsonNode records) throws IOException {
    var keys = new ArrayList<String>();
    for (var message : records) {
      var body = JSON.readTree(message.path("body").asText());
      for (var record : body.path("Records")) {
        var key = record.at("/s3/object/key").asText();
        keys.add(URLDecoder.decode(key, StandardCharsets.UTF_8));
      }
      if (body.has("detail")) keys.add(body.at("/detail/object/key").asText());
    }
    assertThat(keys).isNotEmpty();
    return keys;
  }

  private static String sample(String name) throws IOException {
    return Files.readString(Samples.FOLDER.resolve(name));
  }

  private JsonNode call(String function, String event) throws Exception {
    return JSON.readTree(functions.call(function, event.getBytes(StandardCharsets.UTF_8)));
  }
}
