package extrablatt.ingest;

import static extrablatt.domain.articles.ArticleContent.titled;
import static extrablatt.ingest.Pressroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.StaleRevision;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What editors do to an article, and what the public sees of it. */
final class ArticleDeskTest {
  private final Pressroom room = new Pressroom();
  private final Editor editor = Editor.begins(room, titled("Eins"));

  @RepeatedTest(5)
  void of200ConcurrentSavesEverySuccessIsARevisionAndNoneIsLost() throws InterruptedException {
    var seenByAll = editor.state();
    Queue<String> saved = new ConcurrentLinkedQueue<>();

    Together.run(
        200,
        number -> {
          var seen = number % 2 == 0 ? seenByAll : editor.state();
          try {
            editor.saveOver(seen, titled("Von " + number));
            saved.add("Von " + number);
          } catch (StaleRevision stale) {
            assertThat(stale.currentVersion()).isGreaterThan(seen.version());
          }
        });

    var revisions =
        room.desk.revisions(room.articleId(), new PageRequest(1_000, null)).items().reversed();
    var expected = new ArrayList<Integer>();
    for (int number = 1; number <= saved.size() + 1; number++) expected.add(number);
    assertThat(revisions).extracting(Revision.Line::number).isEqualTo(expected);
    assertThat(revisions.subList(1, revisions.size()))
        .extracting(Revision.Line::headline)
        .containsExactlyInAnyOrderElementsOf(saved);
    assertThat(saved).isNotEmpty();
    assertThat(editor.state().head()).isEqualTo(saved.size() + 1);
  }

  @Test
  void aSaveThatChangesNothingIsNoRevision() {
    editor.save(titled("Eins"));

    assertThat(editor.state().version()).isEqualTo(1);
    assertThat(room.revisions()).isEqualTo(1);
  }

  @Test
  void aSaveOverAnOlderStateIsRefusedAndNamesTheVersionThatStands() {
    var seen = editor.state();
    editor.save(titled("Zwei"));

    assertThatExceptionOfType(StaleRevision.class)
        .isThrownBy(() -> editor.saveOver(seen, titled("Drei")))
        .satisfies(stale -> assertThat(stale.currentVersion()).isEqualTo(2));
  }

  @Test
  void aDraftBesideTheLiveRevisionIsNotShown() {
    editor.publish();

    editor.save(titled("Zwei"));

    assertThat(room.read()).contains("Eins").doesNotContain("Zwei");
  }

  @Test
  void aScheduledArticleIsThereFromItsTimeOn() {
    editor.publish(null, in(3));

    assertThat(room.status()).isEqualTo(Status.SCHEDULED);
    assertThat(room.read()).isEqualTo("not found");
    assertThat(room.list(new ListName.Newest())).isEmpty();
    room.clock.pass(Duration.ofMillis(2999));
    assertThat(room.read("eins")).isEqualTo("not found");
    room.clock.pass(Duration.ofMillis(1));
    assertThat(room.read("eins")).contains("\"publishedAt\":\"2026-03-01T12:00:03.000Z\"");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
  }

  @Test
  void aScheduledReplacementIsNeverBothAndNeverNeither() {
    editor.publish();
    editor.save(titled("Zwei"));
    editor.publish(null, in(3));

    for (int second = 0; second < 6; second++) {
      var expected = second < 3 ? "Eins" : "Zwei";
      var other = second < 3 ? "Zwei" : "Eins";
      assertThat(room.read()).contains(expected).doesNotContain(other);
      assertThat(room.list(new ListName.Newest()))
          .singleElement()
          .asString()
          .contains(expected)
          .doesNotContain(other);
      room.clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void publishingTheLiveRevisionAgainCancelsAReplacement() {
    editor.publish();
    editor.save(titled("Zwei"));
    editor.publish(null, in(3));

    editor.publish(1, null);

    room.clock.pass(Duration.ofSeconds(10));
    assertThat(room.read()).contains("Eins").doesNotContain("Zwei");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
  }

  @Test
  void withdrawingWhatWasNeverVisibleCancelsItsSchedule() {
    editor.publish(null, in(3));

    editor.withdraw("Doch nicht.");

    room.clock.pass(Duration.ofSeconds(10));
    assertThat(room.status()).isEqualTo(Status.DRAFT);
    assertThat(room.read()).isEqualTo("not found");
  }

  @Test
  void withdrawingTakesTheReplacementToo() {
    editor.publish();
    editor.save(titled("Zwei"));
    editor.publish(null, in(3));

    editor.withdraw("Falsch.");

    assertThat(room.read()).isEqualTo("withdrawn: Falsch.");
    room.clock.pass(Duration.ofSeconds(10));
    assertThat(room.read("eins")).isEqualTo("withdrawn: Falsch.");
    assertThat(room.list(new ListName.Newest())).isEmpty();
  }

  @Test
  void thereIsNothingToWithdrawTwice() {
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> editor.withdraw("Falsch."));
    editor.publish();
    editor.withdraw("Falsch.");

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> editor.withdraw("Falsch."));
  }

  @Test
  void whatWasWithdrawnCanBePublishedAgainAndKeepsItsDate() {
    editor.publish();
    editor.withdraw("Falsch.");
    room.clock.pass(Duration.ofMinutes(5));

    editor.publish();

    assertThat(room.read())
        .contains("\"firstPublishedAt\":\"2026-03-01T12:00:00.000Z\"")
        .contains("\"publishedAt\":\"2026-03-01T12:00:00.000Z\"")
        .contains("\"updatedAt\":\"2026-03-01T12:05:00.000Z\"");
  }

  @Test
  void republishingLaterLeavesTheTombstoneUntilThen() {
    editor.publish();
    editor.withdraw("Falsch.");

    editor.publish(null, in(3));

    assertThat(room.read()).isEqualTo("withdrawn: Falsch.");
    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.read()).contains("Eins");
  }

  @Test
  void publishingAnOlderRevisionIsARollback() {
    editor.publish();
    editor.save(titled("Zwei"));
    editor.publish();

    var view = editor.publish(1, null);

    assertThat(room.read()).contains("\"revision\":1", "Eins");
    assertThat(view.publication().head()).isEqualTo(2);
    assertThat(room.head()).contains("Zwei");
  }

  @Test
  void aRevisionThatDoesNotExistIsAFault() {
    assertThatExceptionOfType(InvalidContent.class)
        .isThrownBy(() -> editor.publish(2, null))
        .satisfies(invalid -> assertThat(invalid.faults()).hasSize(1));
    assertThatExceptionOfType(InvalidContent.class).isThrownBy(() -> editor.publish(0, null));
  }

  @Test
  void anArticleExpiresByItself() {
    editor.save(expiring("Eins", in(3)));
    editor.publish();

    assertThat(room.read()).contains("Eins");
    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.read()).isEqualTo("expired");
    assertThat(room.status()).isEqualTo(Status.EXPIRED);
    assertThat(room.list(new ListName.Newest())).isEmpty();
  }

  @Test
  void aReplacementOfAnExpiredArticleBringsItBack() {
    editor.save(expiring("Eins", in(3)));
    editor.publish();
    room.clock.pass(Duration.ofSeconds(5));

    editor.save(titled("Zwei"));
    editor.publish();

    assertThat(room.read()).contains("Zwei");
    assertThat(room.list(new ListName.Newest())).hasSize(1);
  }

  @Test
  void aSlugIsMadeOfTheFirstHeadlineAndNumberedWhereItIsTaken() {
    var second = Editor.begins(room, titled("Eins"));
    var third = Editor.begins(room, titled("eins!"));

    assertThat(second.state().slug()).isEqualTo(new Slug("eins-2"));
    assertThat(third.state().slug()).isEqualTo(new Slug("eins-3"));
    editor.save(titled("Ganz anders"));
    assertThat(editor.state().slug()).isEqualTo(new Slug("eins"));
  }

  @RepeatedTest(3)
  void fiftyArticlesOfOneHeadlineAtOnceHaveFiftySlugs() throws InterruptedException {
    Queue<Slug> slugs = new ConcurrentLinkedQueue<>();

    Together.run(
        50,
        _ -> {
          while (true) {
            try {
              var slug = Editor.begins(room, titled("Gleich")).state().slug();
              if (slug != null) slugs.add(slug);
              return;
            } catch (Busy tryAgain) {
              Thread.onSpinWait();
            }
          }
        });

    assertThat(slugs).hasSize(50).doesNotHaveDuplicates();
    assertThat(room.articles()).hasSize(51);
  }

  @Test
  void aGivenSlugThatIsTakenOrReservedIsAConflict() {
    for (var slug : List.of("eins", "changes")) {
      var content = titled("Neu").withSlug(new Slug(slug));
      assertThatExceptionOfType(Conflict.class).isThrownBy(() -> Editor.begins(room, content));
    }
    var other = Editor.begins(room, titled("Zwei"));
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> other.save(titled("Zwei").withSlug(new Slug("eins"))));
  }

  @Test
  void theHeadlineChangesMakesAnotherSlug() {
    assertThat(Editor.begins(room, titled("Changes")).state().slug())
        .isEqualTo(new Slug("changes-2"));
  }

  @Test
  void aChangedSlugRedirectsOnceItIsVisible() {
    editor.publish();
    editor.save(titled("Eins").withSlug(new Slug("neu")));

    assertThat(room.read("neu")).isEqualTo("not found");
    assertThat(room.read("eins")).contains("\"slug\":\"eins\"");

    editor.publish(null, in(3));
    assertThat(room.read("neu")).isEqualTo("not found");
    assertThat(room.read("eins")).contains("\"slug\":\"eins\"");

    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.read("neu")).contains("\"slug\":\"neu\"");
    assertThat(room.read("eins")).isEqualTo("moved to neu");
  }

  @Test
  void aFormerSlugBelongsToItsArticleForEver() {
    editor.publish();
    editor.save(titled("Eins").withSlug(new Slug("neu")));
    editor.publish();

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> Editor.begins(room, titled("X").withSlug(new Slug("eins"))));
    editor.save(titled("Eins").withSlug(new Slug("eins")));
    editor.publish();
    assertThat(room.read("neu")).isEqualTo("moved to eins");
  }

  @Test
  void aWithdrawnArticleIsGoneUnderAllItsSlugs() {
    editor.publish();
    editor.save(titled("Eins").withSlug(new Slug("neu")));
    editor.publish();

    editor.withdraw("Falsch.");

    assertThat(room.read("eins")).isEqualTo("withdrawn: Falsch.");
    assertThat(room.read("neu")).isEqualTo("withdrawn: Falsch.");
  }

  private static Instant in(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static ArticleContent expiring(String headline, Instant at) {
    return new ArticleContent(
        null, null, headline, null, null, null, List.of(), List.of(), List.of(), null, List.of(),
        List.of(), List.of(), false, null, at, null);
  }
}
