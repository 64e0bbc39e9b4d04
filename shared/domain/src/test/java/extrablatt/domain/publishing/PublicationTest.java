package extrablatt.domain.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant ONE = NOON.plus(HOUR);
  private static final Instant TWO = ONE.plus(HOUR);
  private static final Instant THREE = TWO.plus(HOUR);
  private static final Slug ELBE = new Slug("elbe");
  private static final Slug RIVER = new Slug("river");
  private static final Publication DRAFT =
      Publication.created(new ArticleId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), NOON, ELBE, null, null);

  private static PublishOrder order(int revision, @Nullable Instant at) {
    return order(revision, at, ELBE, null);
  }

  private static PublishOrder order(
      int revision, @Nullable Instant at, Slug slug, @Nullable Instant expiresAt) {
    return new PublishOrder(revision, at, slug, expiresAt, List.of(new ListName.Newest()), null);
  }

  private static int visible(Publication publication, Instant now) {
    return publication.visibleAt(now).map(Span::revision).orElse(0);
  }

  @Test
  void whatIsPublishedNowIsVisibleFromNowOn() {
    var live = DRAFT.published(order(1, null), ONE);

    assertThat(visible(live, ONE.minusMillis(1))).isZero();
    assertThat(visible(live, ONE)).isOne();
    assertThat(live.statusAt(ONE)).isEqualTo(Status.PUBLISHED);
    assertThat(live.firstVisible()).contains(ONE);
    assertThat(live.spans().getFirst().publishedAt()).isEqualTo(ONE);
  }

  @Test
  void aScheduleIsKeptByNothingButTheClock() {
    var scheduled = DRAFT.published(order(1, TWO), ONE);

    assertThat(scheduled.statusAt(TWO.minusMillis(1))).isEqualTo(Status.SCHEDULED);
    assertThat(scheduled.statusAt(TWO)).isEqualTo(Status.PUBLISHED);
    assertThat(scheduled.spans().getFirst().publishedAt()).isEqualTo(TWO);
  }

  @Test
  void aScheduledReplacementIsNeverVisibleTogetherWithWhatItReplacesAndThereIsNoGap() {
    var live = DRAFT.published(order(1, null), NOON).saved(ELBE, null);

    var replaced = live.published(order(2, TWO), ONE);

    assertThat(visible(replaced, TWO.minusMillis(1))).isOne();
    assertThat(visible(replaced, TWO)).isEqualTo(2);
    assertThat(replaced.spans().stream().filter(span -> span.isVisible(TWO))).hasSize(1);
    assertThat(replaced.spans().getLast().publishedAt()).isEqualTo(TWO);
  }

  @Test
  void theLatestOrderCountsSoThatAnEarlierScheduleIsDropped() {
    var scheduled = DRAFT.published(order(1, THREE), NOON);

    assertThat(scheduled.published(order(1, TWO), ONE).scheduledAt(ONE).map(Span::from))
        .contains(TWO);
    assertThat(scheduled.published(order(1, null), ONE).spans()).hasSize(1);
    assertThat(scheduled.published(order(1, null), ONE).statusAt(ONE)).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void aRevisionThatReplacesAVisibleOneAtOnceTakesOverItsBeginningButSaysWhenItCame() {
    var live = DRAFT.published(order(1, null), NOON).saved(ELBE, null);

    var corrected = live.published(order(2, null), ONE);

    var span = corrected.spans().getFirst();
    assertThat(corrected.spans()).hasSize(1);
    assertThat(span.from()).isEqualTo(NOON);
    assertThat(span.updatedAt()).isEqualTo(ONE);
    assertThat(span.publishedAt()).isEqualTo(NOON);
  }

  @Test
  void publishingTheLiveRevisionOnceMoreChangesNothingForThePublic() {
    var live = DRAFT.published(order(1, null), NOON);

    assertThat(live.published(order(1, null), ONE).spans()).isEqualTo(live.spans());
  }

  @Test
  void aPastTimeIsTheDateShownAndVisibilityBeginsNow() {
    var backdated = DRAFT.published(order(1, NOON), TWO);

    assertThat(backdated.spans().getFirst().publishedAt()).isEqualTo(NOON);
    assertThat(backdated.spans().getFirst().from()).isEqualTo(TWO);
    assertThat(backdated.firstVisible()).contains(TWO);
  }

  @Test
  void expiryEndsVisibilityAtItsMomentAndSaysSo() {
    var live = DRAFT.published(order(1, null, ELBE, TWO), NOON);

    assertThat(live.statusAt(TWO.minusMillis(1))).isEqualTo(Status.PUBLISHED);
    assertThat(live.statusAt(TWO)).isEqualTo(Status.EXPIRED);
    assertThat(live.published(order(1, null, ELBE, null), THREE).statusAt(THREE))
        .isEqualTo(Status.PUBLISHED);
  }

  @Test
  void theDateShownOutlivesAScheduledReplacementsCancellation() {
    var replaced =
        DRAFT.published(order(1, null), NOON).saved(ELBE, null).published(order(2, THREE), ONE);

    var cancelled = replaced.published(order(1, null), TWO);

    assertThat(cancelled.spans()).hasSize(1);
    assertThat(visible(cancelled, THREE)).isOne();
    assertThat(cancelled.spans().getFirst().publishedAt()).isEqualTo(NOON);
  }

  @Test
  void aWithdrawnArticleLeavesATombstoneWhereItStood() {
    var withdrawn = DRAFT.published(order(1, null), NOON).withdrawn("legal reasons", ONE);

    assertThat(withdrawn.statusAt(ONE)).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawn.withdrawal()).isEqualTo(new Withdrawal("legal reasons", ONE, NOON, 1));
    assertThat(withdrawn.formerSlugs()).containsExactly(ELBE);
  }

  @Test
  void whatWasNeverVisibleBecomesADraftAgain() {
    var cancelled = DRAFT.published(order(1, TWO), NOON).withdrawn("too early", ONE);

    assertThat(cancelled.statusAt(THREE)).isEqualTo(Status.DRAFT);
    assertThat(cancelled.withdrawal()).isNull();
  }

  @Test
  void aScheduleThatHasComeTrueCountsAsVisibleWithoutAnyJob() {
    var withdrawn = DRAFT.published(order(1, ONE), NOON).withdrawn("an error", TWO);

    assertThat(withdrawn.statusAt(TWO)).isEqualTo(Status.WITHDRAWN);
    assertThat(withdrawn.firstPublishedAt()).isEqualTo(ONE);
  }

  @Test
  void aWithdrawnArticleStaysWithdrawnUntilItsNextScheduleComesTrue() {
    var withdrawn = DRAFT.published(order(1, null), NOON).withdrawn("an error", ONE);

    var scheduled = withdrawn.published(order(1, THREE), TWO);

    assertThat(scheduled.statusAt(TWO)).isEqualTo(Status.WITHDRAWN);
    assertThat(scheduled.statusAt(THREE)).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void aKillWithdrawsWhatNobodyHasSeenYet() {
    var killed = DRAFT.killed("recalled by the agency", ONE);

    assertThat(killed.statusAt(ONE)).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void anOldSlugRedirectsOnceTheNewOneIsVisibleAndNotBefore() {
    var live = DRAFT.published(order(1, null), NOON).saved(RIVER, null);

    var scheduled = live.published(order(2, TWO, RIVER, null), ONE);

    assertThat(scheduled.slugsBefore(scheduled.spans().getFirst())).isEmpty();
    assertThat(scheduled.slugsBefore(scheduled.spans().getLast())).containsExactly(ELBE);
  }

  @Test
  void aSlugThatComesBackDoesNotRedirectToItself() {
    var there =
        DRAFT
            .published(order(1, null), NOON)
            .saved(RIVER, null)
            .published(order(2, null, RIVER, null), ONE);

    var back = there.saved(ELBE, null).published(order(3, null, ELBE, null), TWO);

    assertThat(back.slugsBefore(back.spans().getFirst())).containsExactly(RIVER);
  }

  @Test
  void everyChangeTakesTheNextVersionAndEverySaveTheNextRevision() {
    var saved = DRAFT.saved(ELBE, null).saved(ELBE, null).published(order(3, null), ONE);

    assertThat(saved.head()).isEqualTo(3);
    assertThat(saved.version()).isEqualTo(4);
  }
}
