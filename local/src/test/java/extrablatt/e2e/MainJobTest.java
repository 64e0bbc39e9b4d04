package extrablatt.e2e;

import static extrablatt.e2e.Articles.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A newsroom system drops a document, and client apps read it. */
@ExtendWith(OneStack.class)
final class MainJobTest {
  private static final Path SAMPLES = Path.of("../samples/page-text");
  private static final int MEBIBYTE = 1024 * 1024;

  private final Api reader;
  private final Api newsroom;
  private final DropBucket drops;

  MainJobTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
    drops = stack.drops();
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsPublishedThenADuplicateThenUpdated(Path sample) throws IOException {
    var key = "publish/demo/" + sample.getFileName();
    var text = Files.readString(sample);

    var first = drops.deliver(key, text);
    var article = reader.get("/articles/" + first.path("articleId").asText()).with(200).json();
    var slug = article.path("slug").asText();
    var again = drops.deliver(key, text);
    var changed = drops.deliver(key, text.replaceFirst("\\.(?=\\s)", ". Mehr in Kürze."));
    var after = reader.get("/articles/" + slug).with(200);

    assertThat(first.path("outcome").asText()).isEqualTo("accepted");
    assertThat(first.path("format").asText()).isEqualTo("page-text");
    assertThat(first.path("revision").asInt()).isEqualTo(1);
    assertThat(article.path("headline").asText()).isEqualTo(text.lines().findFirst().orElseThrow());
    isInEveryList(article);
    assertThat(again.path("outcome").asText()).isEqualTo("duplicate");
    assertThat(changed.path("outcome").asText()).isEqualTo("updated");
    assertThat(List.of(again.path("articleId"), changed.path("articleId")))
        .containsOnly(first.path("articleId"));
    assertThat(changed.path("revision").asInt()).isEqualTo(2);
    assertThat(after.json().path("revision").asInt()).isEqualTo(2);
    assertThat(after.text()).contains("Mehr in Kürze.");
    assertThat(drops.receipts("key", key)).hasSize(3);
  }

  private void isInEveryList(JsonNode article) {
    var lists =
        Stream.concat(
            Stream.of("/articles?limit=100"),
            StreamSupport.stream(article.path("topics").spliterator(), false)
                .map(topic -> "/articles?topic=" + DropBucket.form(topic.asText())));
    assertThat(lists)
        .allSatisfy(list ->
            assertThat(ids(reader.get(list).with(200).json()))
                .contains(article.path("id").asText()));
  }

  static Stream<Arguments> documentsWithFaults() {
    var noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    return Stream.of(
        Arguments.of("noise.txt", noise, "unsupported-type", 1),
        Arguments.of("picture.png", png(), "unsupported-type", 1),
        Arguments.of("empty.txt", new byte[0], "malformed", 1),
        Arguments.of("large.txt", "Zeile für Zeile\n".repeat(1_240_000), "too-large", 0),
        Arguments.of("broken.json", "{\"headline\": \"Halb\",", "malformed", 1),
        Arguments.of(
            "faults.json",
            """
            {"headline": "", "urgency": 12, "language": "kein Deutsch", "headlin": "Tippfehler",
             "expiresAt": "2026-12-01T10:00:00"}
            """,
            "invalid",
            5));
  }

  private static byte[] png() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documentsWithFaults")
  void whatCannotBeTakenIsRejectedWithEveryFaultAndKept(
      String name, Object document, String type, int faults) {
    var key = "publish/faulty/" + name;
    var bytes =
        document instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) document;
    var newest = newsroom.get("/newsroom/articles?limit=1").with(200).json();

    var version = drops.drop(key, bytes, Map.of());
    var receipt = drops.receipt(key, version);

    var problem = receipt.path("problem");
    var copy = "rejected/" + receipt.path("id").asText() + "/" + name;
    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.path("errors")).hasSize(faults);
    assertThat(receipt.has("articleId")).isFalse();
    assertThat(ids(newsroom.get("/newsroom/articles?limit=1").with(200).json()))
        .isEqualTo(ids(newest));
    assertThat(drops.read(key, version)).isEqualTo(bytes);
    assertThat(drops.read(copy)).isEqualTo(bytes);
    assertThat(
            Articles.read(new String(drops.read(copy + ".problem.json"), StandardCharsets.UTF_8)))
        .isEqualTo(problem);
  }

  @Test
  void everyFaultOfAJsonIsNamedByItsPlace() {
    var receipt =
        drops.deliver(
            "publish/faulty/places.json",
            """
            {"headline": "", "urgency": 12, "language": "kein Deutsch", "headlin": "Tippfehler",
             "body": [{"type": "paragraph", "html": "gut"}, {"type": "heading", "level": 9, "text": "x"}]}
            """);

    assertThat(Articles.pointers(receipt.path("problem")))
        .containsExactlyInAnyOrder(
            "/headline", "/urgency", "/language", "/headlin", "/body/1/level");
  }

  @Test
  void aDocumentOutsideThePrefixesIsRejectedAndStaysWhereItIs() {
    var receipt = drops.deliver("irgendwo/notiz.txt", "Überschrift\n\nEin Absatz.");

    assertThat(receipt.path("outcome").asText()).isEqualTo("rejected");
    assertThat(drops.read("irgendwo/notiz.txt")).isNotEmpty();
    assertThat(drops.keys("rejected/" + receipt.path("id").asText())).isEmpty();
  }

  @Test
  void aDocumentUnderDraftsIsSavedButNotPublished() {
    var receipt =
        drops.deliver("drafts/demo/entwurf.json", Articles.titled("Nur ein Entwurf").toString());

    var id = receipt.path("articleId").asText();
    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
    assertThat(newsroom.get("/newsroom/articles/" + id).with(200).json().path("status").asText())
        .isEqualTo("draft");
    reader.get("/articles/" + id).with(404);
  }

  @Test
  void metadataSayWhatTheDocumentDoesNot() {
    var receipt =
        drops.deliver(
            "publish/demo/metadata.txt",
            "Fähre fällt aus\n\nDer Wind ist zu stark.".getBytes(StandardCharsets.UTF_8),
            Map.of(
                "guid", "faehre-1",
                "version", "3",
                "language", "de-AT",
                "section", "Verkehr",
                "topics", "=?UTF-8?Q?F=C3=A4hren,_Wetter?=",
                "publish-at", "2026-03-01T08:00:00+01:00"));

    var article = reader.get("/articles/" + receipt.path("articleId").asText()).with(200).json();
    assertThat(receipt.path("guid").asText()).isEqualTo("faehre-1");
    assertThat(article.path("language").asText()).isEqualTo("de-AT");
    assertThat(article.path("section").asText()).isEqualTo("Verkehr");
    assertThat(article.path("topics"))
        .extracting(JsonNode::asText)
        .containsExactly("Fähren", "Wetter");
    assertThat(article.path("publishedAt").asText()).isEqualTo("2026-03-01T07:00:00.000Z");
  }

  @Test
  void teasersOfAnArticleHaveRecordsThatOutliveItsNextDelivery() {
    var key = "publish/demo/teasers.json";
    var first = drops.deliver(key, withTeasers("Der erste Zug", "Die Brücke", "Ein Kran"));
    var id = first.path("articleId").asText();
    var before = reader.get("/articles/" + id).with(200).json();

    var second = drops.deliver(key, withTeasers("Der erste Zug", "Die Brücke", "Zwei Kräne"));
    var after = reader.get("/articles/" + id).with(200).json();

    assertThat(second.path("outcome").asText()).isEqualTo("updated");
    assertThat(Articles.teasers(before)).hasSize(3).doesNotHaveDuplicates();
    assertThat(Articles.teasers(after)).isEqualTo(Articles.teasers(before));
    var list = reader.get("/video-teasers?topic=Hafenbahn").with(200).json();
    assertThat(ids(list)).containsExactlyInAnyOrderElementsOf(Articles.teasers(after));
    assertThat(Articles.texts(list, "title"))
        .containsExactlyInAnyOrder("Der erste Zug", "Die Brücke", "Zwei Kräne");
    for (var teaser : Articles.teasers(after)) {
      var shown = reader.get("/video-teasers/" + teaser).with(200).json();
      assertThat(shown.path("duration").asText()).isEqualTo("PT42S");
      assertThat(shown.path("durationMs").asLong()).isEqualTo(42_000);
    }
  }

  private static String withTeasers(String... titles) {
    var article = Articles.titled("Hafenbahn fährt wieder");
    var body = article.withArray("body");
    for (var title : titles) {
      var teaser = body.addObject().put("type", "videoTeaser").putObject("teaser");
      teaser.put("title", title).put("duration", "0:42 min").putArray("topics").add("Hafenbahn");
    }
    return article.toString();
  }

  @Test
  void aReplayTakesTheSameObjectOnceMore() {
    var receipt = drops.deliver("publish/faulty/replay.json", "{\"headline\": \"\"}");
    var path = "/newsroom/receipts/" + receipt.path("id").asText();

    var answer = newsroom.post(path + "/replay", "").with(202).json();

    var after =
        Waiting.until(
            Duration.ofSeconds(10),
            "a second attempt",
            () ->
                Optional.of(newsroom.get(path).with(200).json())
                    .filter(
                        now -> now.path("attempts").asInt() > receipt.path("attempts").asInt()));
    assertThat(answer.path("id")).isEqualTo(receipt.path("id"));
    assertThat(after.path("outcome").asText()).isEqualTo("rejected");
    assertThat(drops.receipts("key", "publish/faulty/replay.json")).hasSize(1);
  }

  @Test
  void receiptsAreFoundByKeyOutcomeAndProvider() {
    var receipt = drops.deliver("publish/finder/one.txt", "Gefunden\n\nEin Absatz.");

    assertThat(drops.receipts("key", "publish/finder/one.txt")).containsExactly(receipt);
    assertThat(drops.receipts("provider", "finder")).containsExactly(receipt);
    assertThat(drops.receipts("outcome", "accepted")).contains(receipt);
    assertThat(drops.receipts("outcome", "rejected")).doesNotContain(receipt);
    assertThat(outcomes("provider=finder")).isEqualTo(Set.of("accepted"));
  }

  private Set<String> outcomes(String query) {
    var page = newsroom.get("/newsroom/receipts?" + query).with(200).json();
    return Articles.texts(page, "outcome").stream().collect(Collectors.toSet());
  }

  @Test
  void aKillWithdrawsTheArticleWithItsReason() {
    var key = "publish/demo/kill.json";
    var accepted = drops.deliver(key, Articles.titled("Bald zurückgezogen").toString());
    var id = accepted.path("articleId").asText();

    var kill = drops.deliver(key, "{\"withdraw\": {\"reason\": \"Die Zahl war falsch.\"}}");

    var gone = reader.get("/articles/" + id).with(410).json();
    assertThat(kill.path("outcome").asText()).isEqualTo("withdrawn");
    assertThat(gone.path("reason").asText()).isEqualTo("Die Zahl war falsch.");
    assertThat(ids(reader.get("/articles?limit=100").json())).doesNotContain(id);
  }

  /** The largest document that is taken is not refused for its size. */
  @Test
  void tenMebibytesAreTaken() {
    var article = Articles.titled("Viel Text").toString();
    var padded = article + " ".repeat(10 * MEBIBYTE - article.length());

    var receipt = drops.deliver("publish/demo/viel.json", padded);

    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
  }
}
