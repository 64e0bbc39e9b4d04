package extrablatt.storage;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import extrablatt.domain.DocumentKind;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.ListName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class KeysTest {
  @Test
  void keysLookAsTheDesignSays() {
    var id = article(1);

    assertThat(Keys.state(id)).isEqualTo(new Key("ARTICLE#" + id, "META"));
    assertThat(Keys.revision(id, 12)).isEqualTo(new Key("ARTICLE#" + id, "REV#0000000012"));
    assertThat(Keys.publicRow(id, NOON))
        .isEqualTo(new Key("PUB#ARTICLE#" + id, "2026-03-01T12:00:00.000000000Z"));
    assertThat(Keys.slug(DocumentKind.ARTICLE, new Slug("one")))
        .isEqualTo(new Key("PUB#SLUG#article#one", "SLUG"));
    assertThat(Keys.listed(new ListName.Topic("Wahl"), NOON, id, NOON))
        .isEqualTo(
            new Key(
                "LIST#TOPIC#Wahl",
                "2026-03-01T12:00:00.000000000Z#" + id + "#2026-03-01T12:00:00.000000000Z"));
  }

  @Test
  void aTimeSortsAsATextLikeAsATime() {
    assertThat(Keys.time(NOON)).isLessThan(Keys.time(NOON.plusNanos(1)));
    assertThat(Keys.time(NOON.plusMillis(1))).isLessThan(Keys.time(NOON.plusSeconds(1)));
    assertThat(Keys.publicRow(article(1), NOON).sort()).isLessThan(Keys.upTo(NOON));
    assertThat(Keys.publicRow(article(1), NOON.plusNanos(1)).sort()).isGreaterThan(Keys.upTo(NOON));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.time(Instant.parse("+12026-01-01T00:00:00Z")));
  }

  @Test
  void partsOfOthersNeverMeetAndNeverGrowTooLong() {
    var longGuid = "ü".repeat(2000);
    var hashed = origin("demo", longGuid).partition();

    assertThat(hashed.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2048);
    assertThat(origin("demo", hashed.substring("ORIGIN#demo#".length())).partition())
        .isNotEqualTo(hashed);
    assertThat(origin("a#b", "c")).isNotEqualTo(origin("a", "b#c"));
    assertThat(origin("a%23b", "c")).isNotEqualTo(origin("a#b", "c"));
    assertThat(Keys.idempotency(new IdempotencyKey("a#b", "c")))
        .isNotEqualTo(Keys.idempotency(new IdempotencyKey("a", "b#c")));
  }

  @Test
  void anEntrysOriginStandsBesideTheArticlesOfThatGuid() {
    var liveblog = new LiveblogId("01JQ8Z00000000000000000B01");

    var key = Keys.origin(OriginId.ofEntry("demo", "g", liveblog));

    assertThat(key.partition()).isEqualTo(origin("demo", "g").partition());
    assertThat(key).isNotEqualTo(origin("demo", "g"));
  }

  private static Key origin(String provider, String guid) {
    return Keys.origin(OriginId.ofArticle(provider, guid));
  }
}
