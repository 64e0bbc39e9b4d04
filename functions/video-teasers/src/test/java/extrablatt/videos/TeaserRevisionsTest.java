package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every save of a teaser stays readable. */
final class TeaserRevisionsTest {
  private final Newsroom newsroom = new Newsroom();

  @Test
  void everySaveIsListedNewestFirst() {
    var id = newsroom.published("{\"title\": \"Die Flut\"}");
    newsroom.clock.pass(Duration.ofMinutes(1));
    newsroom.put(id, "{\"speaker\": {\"name\": \"Anke Voss\"}}", "If-Match", "*");

    var revisions = newsroom.revisions(id, "");

    assertThat(revisions.status()).isEqualTo(200);
    assertThat(revisions.body())
        .isEqualTo(
            """
            {"items":[{"revision":2,"savedAt":"2026-03-14T12:01:00.000Z","savedBy":"desk",\
            "headline":"Anke Voss","live":false},\
            {"revision":1,"savedAt":"2026-03-14T12:00:00.000Z","savedBy":"desk",\
            "headline":"Die Flut","live":true}]}\
            """);
  }

  @Test
  void revisionsComeInPages() {
    var id = newsroom.created("{\"title\": \"A\"}");
    newsroom.put(id, "{\"title\": \"B\"}", "If-Match", "*");
    newsroom.put(id, "{\"title\": \"C\"}", "If-Match", "*");

    var page = newsroom.revisions(id, "limit=2");
    var rest = newsroom.revisions(id, "limit=2&cursor=" + page.value("next"));

    assertThat(page.values("headline")).containsExactly("C", "B");
    assertThat(rest.values("headline")).containsExactly("A");
  }

  @Test
  void aCursorOfAnotherTeaserIsRefused() {
    var id = newsroom.created("{\"title\": \"A\"}");
    newsroom.put(id, "{\"title\": \"B\"}", "If-Match", "*");
    var other = newsroom.created("{\"title\": \"C\"}");

    var cursor = newsroom.revisions(id, "limit=1").value("next");

    assertThat(newsroom.revisions(other, "cursor=" + cursor).status()).isEqualTo(400);
  }

  @Test
  void anOldRevisionIsReadAsItWas() {
    var id = newsroom.created("{\"title\": \"Die Flut\"}");
    newsroom.put(id, "{\"title\": \"Ebbe\"}", "If-Match", "*");

    var first = newsroom.revision(id, "1");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.value("title")).isEqualTo("Die Flut");
    assertThat(first.value("revision")).isEqualTo("1");
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "01", "x", "99999999999"})
  void thereAreNoOthers(String number) {
    var id = newsroom.created("{\"title\": \"Die Flut\"}");

    assertThat(newsroom.revision(id, number).status()).isEqualTo(404);
  }
}
