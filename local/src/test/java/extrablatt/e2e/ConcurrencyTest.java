package extrablatt.e2e;

import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once: no update is lost, nothing is doubled. */
@ExtendWith(OneStack.class)
final class ConcurrencyTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Stack stack;
  private final Api newsroom;

  ConcurrencyTest(Stack stack) {
    this.stack = stack;
    newsroom = stack.newsroom();
  }

  @Test
  void everySaveThatSucceedsIsOneRevisionAndNoneIsLost() {
    var created = newsroom.post("/newsroom/articles", titled("Erster Stand").toString()).with(201);
    var path = created.required("Location");

    var answers = atOnce(200, 20, number -> save(path, number, created.etag()));

    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 412);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 412)
        .allMatch(answer -> answer.etag().startsWith("\"v"));
    var saved =
        answers.stream()
            .filter(answer -> answer.status() == 200)
            .map(Answer::json)
            .collect(
                Collectors.toMap(
                    article -> article.path("revision").asInt(),
                    article -> article.path("headline").asText()));
    var head = saved.size() + 1;
    var revisions = DropBucket.items(newsroom, path + "/revisions");
    assertThat(saved).isNotEmpty();
    assertThat(revisions)
        .extracting(revision -> revision.path("revision").asInt())
        .isEqualTo(
            IntStream.iterate(head, number -> number > 0, number -> number - 1).boxed().toList());
    assertThat(revisions)
        .filteredOn(revision -> revision.path("revision").asInt() > 1)
        .allSatisfy(revision ->
            assertThat(saved)
                .containsEntry(
                    revision.path("revision").asInt(), revision.path("headline").asText()));
    assertThat(newsroom.get(path).with(200).json().path("revision").asInt()).isEqualTo(head);
  }

  /** Every other one asks for the newest tag before; the rest know only the first. */
  private Answer save(String path, int number, String first) {
    var tag = number % 2 == 0 ? first : newsroom.get(path).with(200).etag();
    return newsroom.put(path, titled("Stand " + number).toString(), "If-Match", tag);
  }

  @Test
  void oneDocumentDroppedFiftyTimesAtOnceIsOneArticle() {
    var text = "Nur ein Artikel\n\nSo oft er auch kommt.".getBytes(StandardCharsets.UTF_8);
    var guid = Map.of("guid", "fuenfzig");

    atOnce(50, 50, number -> stack.drops().drop("publish/viele/" + number + ".txt", text, guid));

    var receipts = stack.drops().receiptsOf("viele", 50, LONGEST);
    assertThat(receipts).hasSize(50);
    assertThat(outcomes(receipts)).isEqualTo(Map.of("accepted", 1L, "duplicate", 49L));
    assertThat(receipts)
        .extracting(receipt -> receipt.path("articleId").asText())
        .containsOnly(receipts.getFirst().path("articleId").asText());
    assertThat(DropBucket.items(newsroom, "/newsroom/articles"))
        .filteredOn(article -> article.path("headline").asText().equals("Nur ein Artikel"))
        .hasSize(1);
  }

  @Test
  void fiftyVersionsDroppedAtOnceEndWithTheNewest() {
    atOnce(
        50,
        50,
        number ->
            stack
                .drops()
                .drop(
                    "publish/fassungen/" + number + ".txt",
                    ("Fassung " + number + "\n\nEin Absatz.").getBytes(StandardCharsets.UTF_8),
                    Map.of("guid", "fassungen", "version", String.valueOf(number))));

    var receipts = stack.drops().receiptsOf("fassungen", 50, LONGEST);
    var id = receipts.getFirst().path("articleId").asText();
    assertThat(outcomes(receipts)).containsOnlyKeys("accepted", "updated", "stale");
    assertThat(stack.reader().get("/articles/" + id).with(200).json().path("headline").asText())
        .isEqualTo("Fassung 49");
    assertThat(DropBucket.items(newsroom, "/newsroom/articles/" + id + "/revisions"))
        .hasSize(receipts.size() - outcomes(receipts).getOrDefault("stale", 0L).intValue());
  }

  private static Map<String, Long> outcomes(List<JsonNode> receipts) {
    return receipts.stream()
        .collect(
            Collectors.groupingBy(
                receipt -> receipt.path("outcome").asText(), Collectors.counting()));
  }

  @Test
  void twentyPostsWithOneKeyMakeOneArticle() {
    var article = titled("Nur einmal angelegt").toString();

    var answers =
        atOnce(
            20,
            20,
            _ -> newsroom.post("/newsroom/articles", article, "Idempotency-Key", "einmal-1"));
    var again = newsroom.post("/newsroom/articles", article, "Idempotency-Key", "einmal-1");

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .extracting(answer -> answer.json().path("id").asText())
        .isNotEmpty()
        .containsOnly(again.with(201).json().path("id").asText());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201)
                .filter(answer -> answer.header("Idempotent-Replayed") == null))
        .hasSize(1);
    assertThat(DropBucket.items(newsroom, "/newsroom/articles"))
        .filteredOn(shown -> shown.path("headline").asText().equals("Nur einmal angelegt"))
        .hasSize(1);
  }

  @Test
  void twentyArticlesOfOneHeadlineGetTwentySlugs() {
    var article = titled("Gleicher Titel").toString();

    var answers = atOnce(20, 20, _ -> newsroom.post("/newsroom/articles", article).with(201));

    assertThat(answers)
        .extracting(answer -> answer.json().path("slug").asText())
        .doesNotHaveDuplicates()
        .contains("gleicher-titel", "gleicher-titel-2")
        .allMatch(slug -> slug.matches("gleicher-titel(-\\d+)?"));
  }

  /** Does it so many times, as many at once as there are hands, and waits for the last. */
  private static <T> List<T> atOnce(int times, int hands, IntFunction<T> work) {
    try (var threads = Executors.newFixedThreadPool(hands)) {
      var begun =
          IntStream.range(0, times)
              .mapToObj(number -> CompletableFuture.supplyAsync(() -> work.apply(number), threads))
              .toList();
      return begun.stream().map(CompletableFuture::join).toList();
    }
  }
}
