package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teaser's life by itself and inside an article, as the newsroom and the public see it. */
@ExtendWith(OneStack.class)
final class TeaserLifeTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String TEASERS = "/newsroom/video-teasers";

  private final Api newsroom;
  private final Api reader;

  TeaserLifeTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
  }

  @Test
  void itIsDraftedPublishedChangedReplacedOnTimeAndWithdrawn() {
    var drafted = newsroom.post(TEASERS, Articles.teaser("Erste Fassung").toString()).with(201);
    var id = Articles.id(drafted.json());
    var address = "/video-teasers/" + id;
    assertThat(drafted.required("Location")).isEqualTo(TEASERS + "/" + id);
    reader.get(address).with(404);

    var published = newsroom.post(TEASERS + "/" + id + "/publish", "").with(200);
    assertThat(title(address)).isEqualTo("Erste Fassung");
    assertThat(Articles.ids(reader.get("/video-teasers").with(200).json())).contains(id);

    var patch = "{\"title\": \"Zweite Fassung\"}";
    newsroom.patch(TEASERS + "/" + id, patch).with(428);
    newsroom.patch(TEASERS + "/" + id, patch, "If-Match", drafted.etag()).with(412);
    var patched =
        newsroom.patch(TEASERS + "/" + id, patch, "If-Match", published.etag()).with(200).json();
    assertThat(patched.path("revision").asInt()).isEqualTo(2);
    assertThat(patched.path("liveRevision").asInt()).isEqualTo(1);
    assertThat(title(address)).isEqualTo("Erste Fassung");

    var later = Instant.now().plusSeconds(2);
    newsroom.post(TEASERS + "/" + id + "/publish", "{\"at\": \"" + later + "\"}").with(200);
    assertThat(title(address)).isEqualTo("Erste Fassung");
    Waiting.until(
        LONGEST,
        "the second version",
        () -> Optional.of(title(address)).filter("Zweite Fassung"::equals));
    assertThat(Instant.now()).isAfterOrEqualTo(later);

    newsroom.post(TEASERS + "/" + id + "/withdraw", "{\"reason\": \"Rechte fehlen\"}").with(200);
    var gone = reader.get(address).with(410).json();
    assertThat(gone.path("type").asText()).isEqualTo("/problems/withdrawn");
    assertThat(gone.path("reason").asText()).isEqualTo("Rechte fehlen");
    assertThat(gone.hasNonNull("withdrawnAt")).isTrue();
    assertThat(Articles.ids(reader.get("/video-teasers").with(200).json())).doesNotContain(id);
    newsroom.post(TEASERS + "/" + id + "/withdraw", "{\"reason\": \"Nochmals\"}").with(409);
    assertThat(revisions(id)).containsExactly("2", "1");
  }

  @Test
  void anArticleLosesAWithdrawnTeaserAndNothingElse() {
    var teaser =
        Articles.id(newsroom.post(TEASERS, Articles.teaser("Im Text").toString()).with(201).json());
    newsroom.post(TEASERS + "/" + teaser + "/publish", "").with(200);
    var article = Articles.withTeaser("Mit Film", Articles.read("{}").put("id", teaser));
    article.withArray("body").addObject().put("type", "paragraph").put("html", "Danach");
    var address = "/articles/" + Articles.id(Articles.published(newsroom, article));
    assertThat(types(address)).containsExactly("paragraph", "videoTeaser", "paragraph");

    newsroom.post(TEASERS + "/" + teaser + "/withdraw", "{\"reason\": \"Falsch\"}").with(200);

    Waiting.until(
        LONGEST,
        "an article without the teaser",
        () -> Optional.of(types(address)).filter(List.of("paragraph", "paragraph")::equals));
    newsroom.post(TEASERS + "/" + teaser + "/publish", "").with(200);
    Waiting.until(
        LONGEST,
        "the teaser in its place again",
        () ->
            Optional.of(types(address))
                .filter(List.of("paragraph", "videoTeaser", "paragraph")::equals));
  }

  private String title(String address) {
    return reader.get(address).with(200).json().path("title").asText();
  }

  private List<String> types(String address) {
    return reader
        .get(address)
        .with(200)
        .json()
        .path("body")
        .valueStream()
        .map(block -> block.path("type").asText())
        .toList();
  }

  private List<String> revisions(String id) {
    var page = newsroom.get(TEASERS + "/" + id + "/revisions").with(200).json();
    return page.path("items").valueStream().map(TeaserLifeTest::number).toList();
  }

  private static String number(JsonNode revision) {
    return revision.path("revision").asText();
  }
}
