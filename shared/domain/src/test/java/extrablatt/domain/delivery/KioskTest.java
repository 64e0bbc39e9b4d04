package extrablatt.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.Countries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KioskTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ID = "01JD9ZQ4M8T3V5W6X7Y8Z9A0B1";
  private static final PublicBody BODY = new PublicBody.Whole(Bytes.utf8("gzip"), "hash");

  private final RowsInMemory rows = new RowsInMemory();
  private Instant now = NOON;

  private Kiosk kiosk() {
    return new Kiosk(rows, Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(40));
  }

  private void stands(PublicRow row, String... slugs) {
    rows.rows.put(new ArticleId(ID), row);
    for (var slug : slugs) rows.slugs.put(new Slug(slug), new ArticleId(ID));
  }

  private static PublicRow live(
      Instant from, @Nullable Instant end, @Nullable Instant expiresAt, String... formerSlugs) {
    return new PublicRow.Live(from, end, expiresAt, new Slug("ferry"), slugs(formerSlugs), BODY);
  }

  private static List<Slug> slugs(String... texts) {
    return List.of(texts).stream().map(Slug::new).toList();
  }

  @Test
  void articleIsFoundByIdInOneRequestAndBySlugInTwo() {
    stands(live(NOON, null, null), "ferry");

    assertThat(kiosk().article(ID, null)).isInstanceOf(Found.Stored.class);
    assertThat(rows.calls).containsExactly("at " + NOON);

    assertThat(kiosk().article("ferry", null))
        .isEqualTo(new Found.Stored(Bytes.utf8("gzip"), "hash", new Moment(NOON, null)));
    assertThat(rows.calls).containsExactly("at " + NOON, "bySlug", "at " + NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.001, NotFound",
    "0, Stored",
    "9.999, Stored",
    "10, Expired",
  })
  void spanIsVisibleFromItsFirstMomentToJustBeforeItsEnd(double seconds, String found) {
    stands(live(NOON, NOON.plusSeconds(10), null));
    now = NOON.plusMillis(Math.round(seconds * 1000));

    assertThat(kiosk().article(ID, null).getClass().getSimpleName()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"9.999, Stored", "10, Expired", "100, Expired"})
  void whatHasExpiredSaysSoFromThatMomentOn(double seconds, String found) {
    stands(live(NOON, NOON.plusSeconds(10), NOON.plusSeconds(10)), "ferry");
    now = NOON.plusMillis(Math.round(seconds * 1000));

    assertThat(kiosk().article(ID, null).getClass().getSimpleName()).isEqualTo(found);
    assertThat(kiosk().article("ferry", null).getClass().getSimpleName()).isEqualTo(found);
  }

  @Test
  void endOfTheSpanIsTheNextChange() {
    stands(live(NOON, NOON.plusSeconds(7), null));

    assertThat(kiosk().article(ID, null))
        .isEqualTo(
            new Found.Stored(Bytes.utf8("gzip"), "hash", new Moment(NOON, NOON.plusSeconds(7))));
  }

  @Test
  void formerSlugOfAVisibleArticleLeadsToItsPresentOne() {
    stands(live(NOON, null, null, "old-ferry"), "ferry", "old-ferry");

    assertThat(kiosk().article("old-ferry", null))
        .isEqualTo(new Found.Moved(new Slug("ferry"), new Moment(NOON, null)));
  }

  @Test
  void reservedSlugIsNotFoundWhateverStandsAtTheId() {
    stands(live(NOON, null, null), "ferry", "ferry-of-tomorrow");
    assertThat(kiosk().article("ferry-of-tomorrow", null)).isEqualTo(new Found.NotFound());

    stands(new PublicRow.Tombstone("wrong", NOON, new Slug("ferry"), List.of()));
    assertThat(kiosk().article("ferry-of-tomorrow", null)).isEqualTo(new Found.NotFound());
  }

  @Test
  void formerSlugOfWhatIsNotVisibleDoesNotRedirect() {
    stands(live(NOON.plusSeconds(1), null, null, "old-ferry"), "old-ferry");
    assertThat(kiosk().article("old-ferry", null)).isEqualTo(new Found.NotFound());

    stands(live(NOON.minusSeconds(9), NOON, NOON, "old-ferry"));
    assertThat(kiosk().article("old-ferry", null)).isEqualTo(new Found.Expired());
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, "ferry", "old-ferry"})
  void withdrawnArticleSaysSoUnderItsIdAndItsSlugs(String address) {
    var row = new PublicRow.Tombstone("wrong", NOON, new Slug("ferry"), slugs("old-ferry"));
    stands(row, "ferry", "old-ferry");

    assertThat(kiosk().article(address, null)).isEqualTo(new Found.Withdrawn("wrong", NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01jd9zq4m8t3v5w6x7y8z9a0b1",
        "Ferry",
        "",
        "a--b",
        "../etc",
        "81JD9ZQ4M8T3V5W6X7Y8Z9A0B1",
        "01JD9ZQ4M8T3V5W6X7Y8Z9A0BU"
      })
  void whatIsNeitherIdNorKnownSlugIsNotFound(String address) {
    stands(live(NOON, null, null), "ferry");

    assertThat(kiosk().article(address, null)).isEqualTo(new Found.NotFound());
  }

  @Test
  void teaserIsJoinedForTheMomentAndTheViewer() {
    var countries = new Countries(List.of(), List.of("CH"));
    var until = NOON.plusSeconds(5);
    teaser(
        new Piece(Bytes.utf8("{\"id\":1"), new Condition(null, until, Countries.EVERYWHERE)),
        new Piece(Bytes.utf8(",\"streams\":[]"), new Condition(null, until, countries)),
        new Piece(Bytes.utf8("}"), new Condition(null, until, Countries.EVERYWHERE)));
    var moment = new Moment(NOON, until);

    assertThat(kiosk().teaser(ID, "DE"))
        .isEqualTo(new Found.Joined(Bytes.utf8("{\"id\":1,\"streams\":[]}"), true, moment));
    assertThat(kiosk().teaser(ID, null)).isEqualTo(kiosk().teaser(ID, "DE"));
    assertThat(kiosk().teaser(ID, "CH"))
        .isEqualTo(new Found.Joined(Bytes.utf8("{\"id\":1}"), true, moment));

    now = until;
    assertThat(kiosk().teaser(ID, "DE")).isEqualTo(new Found.NotFound());
  }

  private void teaser(Piece... pieces) {
    var body = new PublicBody.Cut(new Rendering(List.of(pieces)));
    rows.rows.put(new TeaserId(ID), new PublicRow.Live(NOON, null, null, null, List.of(), body));
  }

  @Test
  void teaserHasNoSlug() {
    teaser(new Piece(Bytes.utf8("{}"), null));
    rows.slugs.put(new Slug("ferry"), new TeaserId(ID));

    assertThat(kiosk().teaser("ferry", null)).isEqualTo(new Found.NotFound());
    assertThat(kiosk().article("ferry", null)).isEqualTo(new Found.NotFound());
  }
}
