package extrablatt.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Span;
import extrablatt.formats.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Mutates valid documents: whatever comes in is either taken and can go out again, or refused. */
class HostileJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final String[] SNIPPETS = {
    "null",
    "{}",
    "[]",
    "\"\"",
    "-1",
    "1e400",
    "99999999999999999999",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "true",
    "[[[[[]]]]]",
    "{\"type\":\"infobox\",\"body\":[]}",
    ",",
    ":",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "\u0000",
    "😀",
    "<b>",
    "&amp;",
    "\"id\":",
    "\"type\":\"table\",",
    "\"withdraw\":"
  };

  private final ArticleJson articles = new ArticleJson();
  private final TeaserJson teasers = new TeaserJson();
  private final Random random = new Random(20260314);

  @Test
  void noMutationOfAnArticleBreaksAnything() {
    int taken = 0;
    for (int i = 0; i < 4_000; i++) if (goesInAndOut(mutated(Samples.ARTICLE))) taken++;

    assertThat(taken).isPositive();
  }

  @Test
  void noMutationOfATeaserBreaksAnything() {
    for (int i = 0; i < 2_000; i++) {
      if (teasers.readContent(mutated(Samples.TEASER)) instanceof TeaserReading.Read read) {
        var stored = teasers.stored(read.content());
        assertThat(teasers.stored(teasers.read(stored))).isEqualTo(stored);
      }
    }
  }

  @Test
  void noMutationOfAValueBreaksAnything() {
    var article = Samples.parsed(Bytes.utf8(Samples.ARTICLE));
    for (int i = 0; i < 4_000; i++) goesInAndOut(Bytes.utf8(text(mutatedValue(article))));
  }

  private boolean goesInAndOut(Bytes json) {
    Formats.standard().read(new Source(json, "a.json", null, Map.of()));
    var reading = articles.readContent(json, BodyKind.CREATION);
    if (!(reading instanceof ContentReading.Read(var content, _, _, _, _, _, _))) return false;
    var stored = articles.stored(content);
    assertThat(articles.stored(articles.read(stored))).isEqualTo(stored);
    var id = new ArticleId("01JQ8Z00000000000000000A01");
    var draft = Publication.created(id, NOON, null, null, null);
    var view = new ArticleView(draft, 1, content, Map.of());
    Samples.parsed(articles.newsroomForm(view, NOON));
    Samples.parsed(articles.newsroomSummary(draft, articles.line(content), NOON));
    var span = new Span(1, NOON, null, NOON, NOON, null, null, List.of());
    var published = articles.published(new PublishedArticle(id, span, NOON, content, Map.of()));
    Samples.parsed(published.document().joined(NOON, null));
    return true;
  }

  private Bytes mutated(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) bytes = mutated(bytes);
    return Bytes.of(bytes);
  }

  private byte[] mutated(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(12));
    var snippet =
        switch (random.nextInt(3)) {
          case 0 -> new byte[0];
          case 1 -> SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes(StandardCharsets.UTF_8);
          default -> new byte[] {(byte) random.nextInt(256)};
        };
    var result = Arrays.copyOf(bytes, from + snippet.length + bytes.length - to);
    System.arraycopy(snippet, 0, result, from, snippet.length);
    System.arraycopy(bytes, to, result, from + snippet.length, bytes.length - to);
    return result;
  }

  /** The same with, now and then, another value in place of one of its own. */
  private JsonValue mutatedValue(JsonValue value) {
    if (random.nextInt(40) == 0) return new JsonValue.JsonNumber(snippet());
    return switch (value) {
      case JsonValue.JsonObject(var fields) -> {
        var mutated = new LinkedHashMap<String, JsonValue>();
        fields.forEach((name, field) -> mutated.put(name, mutatedValue(field)));
        yield new JsonValue.JsonObject(mutated);
      }
      case JsonValue.JsonArray(var values) ->
          new JsonValue.JsonArray(values.stream().map(this::mutatedValue).toList());
      case JsonValue other -> other;
    };
  }

  /** One of those snippets that are whole values. */
  private String snippet() {
    return SNIPPETS[random.nextInt(12)];
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonObject(var fields) ->
          fields.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + text(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case JsonValue.JsonArray(var values) ->
          values.stream().map(HostileJsonTest::text).collect(Collectors.joining(",", "[", "]"));
      case JsonValue.JsonText(var text) -> quoted(text);
      case JsonValue.JsonNumber(var literal) -> literal;
      case JsonValue.JsonFlag(var flag) -> String.valueOf(flag);
      case JsonValue.JsonNull() -> "null";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
