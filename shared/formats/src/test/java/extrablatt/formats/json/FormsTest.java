package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.parsed;
import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.articles.Block;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final ArticleId ID = new ArticleId("01JQ8Z00000000000000000A01");
  private static final TeaserId TEASER = new TeaserId(Samples.TEASER_ID);

  private final ArticleJson json = new ArticleJson();
  private final Publication draft =
      Publication.created(
          ID,
          NOON,
          new Slug("sturmflut-an-der-kueste"),
          new Origin("dpa", "urn:1", 7L, "json", "01JQ8Z00000000000000000R01"),
          null);

  @Test
  void whatIsStoredIsReadBackToTheSameBytes() {
    var content = Samples.article();

    var stored = json.stored(content);

    assertThat(json.read(stored)).isEqualTo(content);
    assertThat(json.stored(json.read(stored))).isEqualTo(stored);
  }

  @Test
  void anArticleWithNothingButAHeadlineIsStoredBriefly() {
    assertThat(json.stored(ArticleContent.titled("Kurz")).text())
        .isEqualTo("{\"headline\":\"Kurz\",\"breaking\":false,\"body\":[]}");
  }

  @Test
  void aTeaserThatIsNotYetARecordIsStoredWhole() {
    var fresh = TeaserContent.of("Flut", "Bild", null, null, Duration.ofSeconds(25));
    var content = ArticleContent.titled("Kurz").withBody(List.of(new Block.NewVideoTeaser(fresh)));

    assertThat(json.read(json.stored(content))).isEqualTo(content);
  }

  @Test
  void whatWasNotStoredByUsIsOurFault() {
    assertThatThrownBy(() -> json.read(Bytes.utf8("{\"headline\":1}")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theNewsroomFormIsPutBackUnchanged() {
    var content = Samples.article();

    var form = json.newsroomForm(view(draft, content), NOON);

    assertThat(json.readContent(form, BodyKind.REPLACEMENT))
        .isEqualTo(new ContentReading.Read(content, null, null, null));
    assertThat(json.readContent(form, BodyKind.CREATION)).isInstanceOf(ContentReading.Read.class);
  }

  @Test
  void theNewsroomFormOfADraftSaysSo() {
    var form = parsed(json.newsroomForm(view(draft, Samples.article()), NOON));

    assertThat(form.fields())
        .containsEntry("status", new JsonValue.JsonText("draft"))
        .containsEntry("revision", new JsonValue.JsonNumber("1"))
        .containsEntry("readingTime", new JsonValue.JsonText("PT1M"))
        .containsEntry("wordCount", new JsonValue.JsonNumber("27"))
        .doesNotContainKeys(
            "liveRevision", "publishedAt", "updatedAt", "firstPublishedAt", "publishAt");
    assertThat(form.fields().get("origin"))
        .isEqualTo(
            parsed(
                Bytes.utf8(
                    """
                    {"provider":"dpa","guid":"urn:1","version":7,"format":"json",
                     "receiptId":"01JQ8Z00000000000000000R01"}
                    """)));
  }

  @Test
  void theStatusIsThatOfTheMoment() {
    var later = NOON.plusSeconds(60);
    var live = draft.published(order(1, null), NOON).saved(draft.slug(), draft.origin());
    var replaced = live.published(order(2, later), NOON.plusSeconds(1));
    var view = view(replaced, Samples.article());

    var before = parsed(json.newsroomForm(view, NOON.plusSeconds(2))).fields();
    var after = parsed(json.newsroomForm(view, later)).fields();

    assertThat(before)
        .containsEntry("status", new JsonValue.JsonText("published"))
        .containsEntry("revision", new JsonValue.JsonNumber("2"))
        .containsEntry("liveRevision", new JsonValue.JsonNumber("1"))
        .containsEntry("updatedAt", new JsonValue.JsonText("2026-03-14T12:00:00.000Z"))
        .containsEntry("publishAt", new JsonValue.JsonText("2026-03-14T12:01:00.000Z"));
    assertThat(after)
        .containsEntry("liveRevision", new JsonValue.JsonNumber("2"))
        .containsEntry("firstPublishedAt", new JsonValue.JsonText("2026-03-14T12:00:00.000Z"))
        .containsEntry("updatedAt", new JsonValue.JsonText("2026-03-14T12:01:00.000Z"))
        .doesNotContainKey("publishAt");
  }

  @Test
  void theNewsroomFormShowsTeasersInFull() {
    var form = json.newsroomForm(view(draft, Samples.article()), NOON).text();

    assertThat(form)
        .contains(
            "{\"type\":\"videoTeaser\",\"teaser\":{\"id\":\""
                + Samples.TEASER_ID
                + "\",\"revision\":1,\"status\":\"draft\",\"title\":\"Die Flut in 25 Sekunden\"",
            "\"duration\":\"PT25S\",\"durationMs\":25000",
            "\"streams\":[{");
  }

  @Test
  void aTeaserInsideAnArticleHasWhatThePublicReadsAndNotWhatIsLiveOfIt() {
    var read = (TeaserReading.Read) new TeaserJson().readContent(Bytes.utf8(Samples.TEASER));
    var state = Publication.created(TEASER, NOON, null, null, ID);
    var teaser = new TeaserView(state.published(order(1, null), NOON), read.content());
    var article = new ArticleView(draft, draft.head(), Samples.article(), Map.of(TEASER, teaser));

    var inside = json.newsroomForm(article, NOON).text();
    var alone = new TeaserJson().newsroomForm(teaser, NOON).text();

    assertThat(inside)
        .contains("\"revision\":1,\"status\":\"published\",\"publishedAt\":")
        .doesNotContain("liveRevision");
    assertThat(alone).contains("\"liveRevision\":1");
  }

  @Test
  void listsShowTheSameLessTheLongFields() {
    var content = Samples.article();

    var summary = parsed(json.newsroomSummary(draft, json.line(content), NOON)).fields();
    var form = parsed(json.newsroomForm(view(draft, content), NOON)).fields();

    assertThat(form.keySet())
        .containsAll(summary.keySet())
        .contains("body", "related", "corrections", "sources", "origin");
    assertThat(summary)
        .doesNotContainKeys("body", "related", "corrections", "sources", "origin")
        .containsKeys("id", "slug", "revision", "status", "headline", "wordCount", "readingTime");
    assertThat(summary).allSatisfy((name, value) -> assertThat(value).isEqualTo(form.get(name)));
  }

  @Test
  void aRevisionIsOneLine() {
    var line = new Revision.Line(3, NOON, "jonna", "Flut");

    assertThat(json.revisionLine(line, false).text())
        .isEqualTo(
            "{\"revision\":3,\"savedAt\":\"2026-03-14T12:00:00.000Z\",\"savedBy\":\"jonna\","
                + "\"headline\":\"Flut\",\"live\":false}");
  }

  @Test
  void aPatchChangesWhatItNames() {
    var form = json.newsroomForm(view(draft, Samples.article()), NOON);

    var patched =
        json.patched(
            form,
            Bytes.utf8(
                """
                {"headline": "Neu", "kicker": null, "image": {"alt": null, "caption": "Neu"},
                 "topics": ["Nur einer"], "status": "published"}
                """));

    assertThat(patched)
        .isInstanceOfSatisfying(
            ContentReading.Read.class,
            read -> {
              assertThat(read.content().headline()).isEqualTo("Neu");
              assertThat(read.content().kicker()).isNull();
              assertThat(read.content().topics()).containsExactly("Nur einer");
              assertThat(read.content().image())
                  .hasFieldOrPropertyWithValue("url", "https://media.example.org/flut.jpg")
                  .hasFieldOrPropertyWithValue("caption", "Neu")
                  .hasFieldOrPropertyWithValue("alt", null);
              assertThat(read.content().body()).isEqualTo(Samples.article().body());
            });
  }

  @Test
  void faultsOfAPatchPointIntoTheArticle() {
    var form = json.newsroomForm(view(draft, Samples.article()), NOON);

    var patched =
        json.patched(
            form,
            Bytes.utf8(
                "{\"headline\": null, \"urgency\": 99, \"guid\": \"x\", \"topics\": [null]}"));

    assertThat(patched)
        .isInstanceOfSatisfying(
            ContentReading.Refused.class,
            refused ->
                assertThat(pointers(refused.faults()))
                    .containsExactlyInAnyOrder("/headline", "/urgency", "/guid", "/topics/0"));
  }

  @Test
  void whatAPatchRemovesHasToBeAFieldThatThereIs() {
    var form = json.newsroomForm(view(draft, Samples.article()), NOON);

    var patched = json.patched(form, Bytes.utf8("{\"kikker\": null, \"lead\": null}"));

    assertThat(patched)
        .isInstanceOfSatisfying(
            ContentReading.Refused.class,
            refused -> assertThat(pointers(refused.faults())).containsExactly("/kikker"));
  }

  @Test
  void aPatchIsAnObject() {
    var form = json.newsroomForm(view(draft, Samples.article()), NOON);

    assertThat(json.patched(form, Bytes.utf8("[]")))
        .isInstanceOfSatisfying(
            ContentReading.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo("malformed"));
  }

  private static PublishOrder order(int revision, @Nullable Instant at) {
    return new PublishOrder(
        revision, at, new Slug("sturmflut-an-der-kueste"), null, List.of(), null);
  }

  private ArticleView view(Publication publication, ArticleContent content) {
    var teaser = (TeaserReading.Read) new TeaserJson().readContent(Bytes.utf8(Samples.TEASER));
    var state = Publication.created(TEASER, NOON, null, null, ID);
    return new ArticleView(
        publication,
        publication.head(),
        content,
        Map.of(TEASER, new TeaserView(state, teaser.content())));
  }
}
