package extrablatt.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.PageRequest;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.Countries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KioskListTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final RowsInMemory rows = new RowsInMemory();
  private final Kiosk kiosk =
      new Kiosk(rows, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(40));

  /** A row whose date and beginning are so many seconds from now. */
  private void row(long seconds, @Nullable Instant end) {
    var from = NOW.plusSeconds(seconds);
    rows.list.add(new ListRow(from.toString(), from, end, Rendering.of(text(seconds))));
  }

  private void visible(long... seconds) {
    for (var second : seconds) row(second, null);
  }

  private static Bytes text(long seconds) {
    return Bytes.utf8("{\"at\":" + seconds + "}");
  }

  private Listing page(int limit, @Nullable String after) {
    return kiosk.list(new ListName.Newest(), new PageRequest(limit, after), null);
  }

  private static List<Bytes> texts(long... seconds) {
    var texts = new ArrayList<Bytes>();
    for (var second : seconds) texts.add(text(second));
    return texts;
  }

  @Test
  void pageIsOneRequestForOneRowMoreUpToWhatCachesMayReach() {
    visible(-1, -2);

    page(20, null);

    assertThat(rows.calls).containsExactly("list until 2026-11-22T12:00:40Z, limit 21");
  }

  @Test
  void lastPageHasNoNext() {
    visible(-1, -2);

    var listing = page(2, null);

    assertThat(listing.page().items()).isEqualTo(texts(-1, -2));
    assertThat(listing.page().next()).isNull();
    assertThat(listing.moment()).isEqualTo(new Moment(NOW, null));
  }

  @Test
  void pagesGiveEveryRowOnce() {
    visible(-1, -2, -3, -4, -5);

    var first = page(2, null);
    var second = page(2, first.page().next());
    var third = page(2, second.page().next());

    assertThat(first.page().items()).isEqualTo(texts(-1, -2));
    assertThat(second.page().items()).isEqualTo(texts(-3, -4));
    assertThat(third.page().items()).isEqualTo(texts(-5));
    assertThat(third.page().next()).isNull();
  }

  @Test
  void pageOfHiddenRowsIsEmptyButGoesOn() {
    for (long second = -1; second > -4; second--) row(second, NOW);
    visible(-4);

    var first = page(2, null);

    assertThat(first.page().items()).isEmpty();
    assertThat(page(2, first.page().next()).page().items()).isEqualTo(texts(-4));
  }

  @Test
  void oneHiddenRowIsMadeUpForByTheOneMore() {
    row(-1, NOW);
    visible(-2, -3, -4);

    var first = page(2, null);

    assertThat(first.page().items()).isEqualTo(texts(-2, -3));
    assertThat(page(2, first.page().next()).page().items()).isEqualTo(texts(-4));
  }

  @Test
  void whatIsAboutToAppearIsHiddenButIsTheNextChange() {
    visible(39, -1);

    var listing = page(20, null);

    assertThat(listing.page().items()).isEqualTo(texts(-1));
    assertThat(listing.moment().nextChange()).isEqualTo(NOW.plusSeconds(39));
  }

  @Test
  void whatAppearsLaterThanCachesReachIsNotEvenRead() {
    visible(41, -1);

    assertThat(page(20, null).moment().nextChange()).isNull();
  }

  @Test
  void earliestEndOfAShownRowIsTheNextChange() {
    row(-1, NOW.plusSeconds(9));
    row(-2, NOW.plusSeconds(3));
    row(-3, NOW);

    assertThat(page(20, null).moment().nextChange()).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void rowOutsideItsWindowIsLeftOutAndChangesWithIt() {
    var opens = NOW.plusSeconds(4);
    conditional(-1, new Condition(opens, null, Countries.EVERYWHERE));
    visible(-2);

    var listing = page(20, null);

    assertThat(listing.page().items()).isEqualTo(texts(-2));
    assertThat(listing.moment().nextChange()).isEqualTo(opens);
    assertThat(listing.dependsOnCountry()).isFalse();
  }

  @Test
  void listThatDiffersBetweenCountriesSaysSo() {
    conditional(-1, new Condition(null, null, new Countries(List.of("DE"), List.of())));
    var request = new PageRequest(20, null);

    var swiss = kiosk.list(new ListName.Teasers(), request, "CH");
    var german = kiosk.list(new ListName.Teasers(), request, "DE");

    assertThat(swiss.page().items()).isEmpty();
    assertThat(german.page().items()).isEqualTo(texts(-1));
    assertThat(swiss.dependsOnCountry()).isTrue();
    assertThat(german.dependsOnCountry()).isTrue();
  }

  private void conditional(long seconds, Condition condition) {
    var from = NOW.plusSeconds(seconds);
    var summary = new Rendering(List.of(new Piece(text(seconds), condition)));
    rows.list.add(new ListRow(from.toString(), from, null, summary));
  }
}
