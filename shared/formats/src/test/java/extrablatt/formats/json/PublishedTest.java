package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.formats.json.JsonValue.JsonArray;
import extrablatt.formats.json.JsonValue.JsonObject;
import extrablatt.formats.json.JsonValue.JsonText;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final ArticleId ID = new ArticleId("01JQ8Z00000000000000000A01");
  private static final Countries GERMANY = new Countries(List.of("DE"), List.of());
  private static final Block TEXT = new Block.Paragraph("Text mit [Klammer");

  private final ArticleJson json = new ArticleJson();

  @Test
  void anArticleWithoutConditionsIsOnePiece() {
    var form = json.published(article(List.of(TEXT, block(0)), Map.of(id(0), List.of(shown(0)))));

    assertThat(form.document().pieces()).hasSize(1);
    assertThat(form.summary().pieces()).hasSize(1);
    assertThat(form.document().joined(NOON, null).text())
        .isEqualTo(
            "{\"id\":\"01JQ8Z00000000000000000A01\",\"revision\":2,\"status\":\"published\","
                + "\"publishedAt\":\"2026-03-14T11:00:00.000Z\","
                + "\"updatedAt\":\"2026-03-14T12:00:00.000Z\","
                + "\"firstPublishedAt\":\"2026-03-14T10:00:00.000Z\",\"slug\":\"flut\","
                + "\"headline\":\"Flut\",\"breaking\":false,"
                + "\"expiresAt\":\"2026-03-20T12:00:00.000Z\",\"wordCount\":3,"
                + "\"readingTime\":\"PT1M\",\"body\":[{\"type\":\"paragraph\","
                + "\"html\":\"Text mit [Klammer\"},{\"type\":\"videoTeaser\",\"teaser\":{"
                + "\"id\":\"01JQ8Z00000000000000000T00\",\"revision\":4,\"status\":\"published\","
                + "\"publishedAt\":\"2026-03-14T11:00:00.000Z\","
                + "\"updatedAt\":\"2026-03-14T12:00:00.000Z\",\"title\":\"Teaser 0\","
                + "\"kind\":\"clip\"}}]}");
  }

  @Test
  void theSummaryIsTheDocumentLessTheLongFields() {
    var article = new PublishedArticle(ID, span(2), NOON, Samples.article(), Map.of());
    var form = json.published(article);

    var document = parsed(form.document().joined(NOON, null)).fields();
    var summary = parsed(form.summary().joined(NOON, null)).fields();

    assertThat(document)
        .containsKeys("body", "related", "corrections", "sources")
        .doesNotContainKeys("origin", "publishAt", "liveRevision");
    assertThat(summary).doesNotContainKeys("body", "related", "corrections", "sources");
    assertThat(summary)
        .allSatisfy((name, value) -> assertThat(value).isEqualTo(document.get(name)));
    assertThat(summary).hasSize(document.size() - 4);
  }

  @Test
  void aTeaserThatIsNotVisibleIsLeftOut() {
    var form = json.published(article(List.of(block(0), TEXT, block(1)), Map.of()));

    assertThat(blocks(form.document().joined(NOON, null))).hasSize(1);
  }

  /** Every order of text, conditional teasers and boxes, with every set of teasers shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0T",
        "T0",
        "01",
        "T0T1T",
        "0T12T3",
        "0123",
        "T",
        "(0)",
        "(0T)",
        "T(0)1",
        "(0(1)2)T3",
        "((0))",
        "()0",
        "0()",
        "(T0)(1T)(2)3",
        "((01)(23))"
      })
  void whateverIsShownTheDocumentIsWhole(String plan) {
    var teasers = new HashMap<TeaserId, List<ShownTeaser>>();
    for (int i = 0; i < 4; i++) teasers.put(id(i), shownInEvery(i));
    var body = planned(plan);
    var rendering = json.published(article(body, teasers)).document();

    for (int set = 0; set < 16; set++) {
      var now = NOON.plusSeconds(set);
      var texts = texts(blocks(rendering.joined(now, null)));
      assertThat(texts).isEqualTo(expected(plan, set));
    }
  }

  @Test
  void oneTeaserAfterTheOtherIsShownInItsTime() {
    var one = shown(0, window(null, NOON), TeaserContent.of("Eins", null, null, null, null));
    var two = shown(0, window(NOON, null), TeaserContent.of("Zwei", null, null, null, null));
    var rendering =
        json.published(article(List.of(block(0), TEXT), Map.of(id(0), List.of(one, two))))
            .document();

    assertThat(rendering.joined(NOON.minusMillis(1), null).text())
        .contains("Eins")
        .doesNotContain("Zwei");
    assertThat(rendering.joined(NOON, null).text()).contains("Zwei").doesNotContain("Eins");
    assertThat(rendering.nextChange(NOON.minusMillis(1))).contains(NOON);
  }

  @Test
  void aTeasersOwnWindowCountsToo() {
    var content = content(NOON.plusSeconds(10), NOON.plusSeconds(30), Countries.EVERYWHERE, 1);
    var shown = shown(0, window(NOON, NOON.plusSeconds(20)), content);
    var rendering =
        json.published(article(List.of(block(0)), Map.of(id(0), List.of(shown)))).document();

    assertThat(blocks(rendering.joined(NOON.plusSeconds(9), null))).isEmpty();
    assertThat(blocks(rendering.joined(NOON.plusSeconds(10), null))).hasSize(1);
    assertThat(blocks(rendering.joined(NOON.plusSeconds(20), null))).isEmpty();
  }

  @Test
  void whereAVideoMayNotBePlayedOnlyItsStreamsAreWithheld() {
    for (var window : new Condition[] {null, window(NOON, null)}) {
      var shown = shown(0, window, content(null, null, GERMANY, 2));
      var rendering =
          json.published(article(List.of(TEXT, block(0), TEXT), Map.of(id(0), List.of(shown))))
              .document();

      var germany = teaser(rendering.joined(NOON, "DE"));
      var unknown = teaser(rendering.joined(NOON, null));
      var austria = teaser(rendering.joined(NOON, "AT"));

      assertThat(germany).isEqualTo(unknown).containsKey("streams");
      assertThat(austria.keySet()).isEqualTo(without(germany, "streams"));
      assertThat(rendering.dependsOnCountry()).isTrue();
      assertThat(rendering.pieces().stream().map(piece -> piece.bytes().text()))
          .filteredOn(piece -> piece.contains("\"streams\""))
          .allMatch(piece -> piece.startsWith(",\"streams\":["));
    }
  }

  @Test
  void aTeaserByItselfIsShownInItsWindow() {
    var content = content(NOON, NOON.plusSeconds(60), GERMANY, 1);
    var form = new TeaserJson().published(shown(0, null, content));

    assertThat(form.document().joined(NOON.minusMillis(1), "DE").length()).isZero();
    assertThat(form.summary().joined(NOON.plusSeconds(60), "DE").length()).isZero();
    assertThat(parsed(form.document().joined(NOON, "DE")).fields())
        .containsKeys("id", "status", "revision", "streams", "countries", "transcript");
    assertThat(parsed(form.document().joined(NOON, "AT")).fields())
        .doesNotContainKey("streams")
        .containsKey("transcript");
    assertThat(parsed(form.summary().joined(NOON, "AT")).fields())
        .containsKey("countries")
        .doesNotContainKeys("streams", "subtitles", "chapters", "transcript", "articles");
  }

  @Test
  void aTeaserWithoutConditionIsOnePiece() {
    var form = new TeaserJson().published(shown(0));

    assertThat(form.document().isConditional()).isFalse();
    assertThat(form.summary().isConditional()).isFalse();
  }

  /** A teaser that is shown in those seconds after noon in whose number its bit is set. */
  private static List<ShownTeaser> shownInEvery(int teaser) {
    var shown = new ArrayList<ShownTeaser>();
    for (int set = 0; set < 16; set++) {
      if ((set >> teaser & 1) == 1) {
        var window = window(NOON.plusSeconds(set), NOON.plusSeconds(set + 1));
        shown.add(shown(teaser, window, content(null, null, country(teaser), teaser)));
      }
    }
    return shown;
  }

  private static Countries country(int teaser) {
    return teaser % 2 == 0 ? Countries.EVERYWHERE : GERMANY;
  }

  private static List<String> expected(String plan, int set) {
    return plan.chars()
        .filter(c -> c == 'T' || (c >= '0' && (set >> (c - '0') & 1) == 1))
        .mapToObj(c -> c == 'T' ? "T" : "Teaser " + (char) c)
        .toList();
  }

  /** Blocks of a plan: T is a text, a digit a teaser, brackets are a box. */
  private static List<Block> planned(String plan) {
    var open = new ArrayDeque<List<Block>>(List.of(new ArrayList<>()));
    for (int i = 0; i < plan.length(); i++) {
      char c = plan.charAt(i);
      if (c == '(') open.push(new ArrayList<>());
      else if (c == ')') {
        var box = new Block.Infobox("[", open.pop());
        open.element().add(box);
      } else open.element().add(c == 'T' ? TEXT : block(c - '0'));
    }
    return open.pop();
  }

  private static List<String> texts(List<JsonValue> blocks) {
    var texts = new ArrayList<String>();
    for (var block : blocks) {
      var fields = ((JsonObject) block).fields();
      if (fields.get("body") instanceof JsonArray(var box)) texts.addAll(texts(box));
      if (fields.containsKey("html")) texts.add("T");
      if (fields.get("teaser") instanceof JsonObject(var teaser)) {
        texts.add(((JsonText) field(teaser, "title")).text());
      }
    }
    return texts;
  }

  private static JsonValue field(Map<String, JsonValue> fields, String name) {
    return Objects.requireNonNull(fields.get(name));
  }

  private static List<JsonValue> blocks(Bytes document) {
    return ((JsonArray) field(parsed(document).fields(), "body")).values();
  }

  private static Map<String, JsonValue> teaser(Bytes document) {
    var block = (JsonObject) blocks(document).get(1);
    return ((JsonObject) field(block.fields(), "teaser")).fields();
  }

  private static Set<String> without(Map<String, JsonValue> fields, String name) {
    var others = new HashMap<>(fields);
    others.remove(name);
    return others.keySet();
  }

  private static PublishedArticle article(
      List<Block> body, Map<TeaserId, List<ShownTeaser>> teasers) {
    var content = ArticleContent.titled("Flut").withBody(body);
    return new PublishedArticle(ID, span(2), NOON.minusSeconds(7200), content, teasers);
  }

  private static Span span(int revision) {
    return new Span(
        revision,
        NOON.minusSeconds(7200),
        null,
        NOON.minusSeconds(3600),
        NOON,
        new Slug("flut"),
        NOON.plusSeconds(6 * 86_400),
        List.of());
  }

  private static TeaserId id(int number) {
    return new TeaserId("01JQ8Z00000000000000000T0" + number);
  }

  private static Block block(int number) {
    return new Block.VideoTeaser(id(number));
  }

  private static ShownTeaser shown(int number) {
    return shown(number, null, TeaserContent.of("Teaser " + number, null, null, null, null));
  }

  private static ShownTeaser shown(
      int number, @Nullable Condition condition, TeaserContent content) {
    return new ShownTeaser(id(number), span(4), NOON, content, condition);
  }

  private static Condition window(@Nullable Instant from, @Nullable Instant until) {
    return new Condition(from, until, Countries.EVERYWHERE);
  }

  private static TeaserContent content(
      @Nullable Instant from, @Nullable Instant until, Countries countries, int number) {
    var full = (TeaserReading.Read) new TeaserJson().readContent(Bytes.utf8(Samples.TEASER));
    var teaser = full.content();
    return new TeaserContent(
        "Teaser " + number,
        teaser.caption(),
        teaser.speaker(),
        teaser.date(),
        teaser.duration(),
        teaser.kind(),
        teaser.poster(),
        teaser.streams(),
        teaser.subtitles(),
        teaser.chapters(),
        teaser.transcript(),
        teaser.aspectRatio(),
        from,
        until,
        countries,
        teaser.ageRating(),
        teaser.topics(),
        teaser.canonicalUrl());
  }
}
