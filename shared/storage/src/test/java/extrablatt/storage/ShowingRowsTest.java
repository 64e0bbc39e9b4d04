package extrablatt.storage;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.changed;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.order;
import static extrablatt.testing.Samples.teaser;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.PageRequest;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.ShownStore;
import extrablatt.testing.Samples;
import extrablatt.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An article in the lists of the teasers that it shows. */
final class ShowingRowsTest {
  private static final ListName NEWEST = new ListName.Newest();
  private static final ListName SHOWING = new ListName.Showing(teaser(1));
  private static final ListName OTHER = new ListName.Showing(teaser(2));
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  private final String table = EmbeddedTables.create();
  private final Stores stores =
      DynamoStores.over(EmbeddedTables.client(), table, new InMemoryObjectStore());
  private final ShownStore shown =
      new DynamoShownStore(new Table(EmbeddedTables.client(), table, DynamoStores.AT_ONCE));
  private final Publication draft = created();

  @Test
  void aPublishedArticleStandsThereAsItDoesAmongTheNewest() {
    published(SHOWING);
    assertThat(listed(SHOWING)).isEmpty();

    assertThat(shown.follow(article(1))).isTrue();

    assertThat(listed(SHOWING)).hasSize(1).isEqualTo(listed(NEWEST));
    assertThat(shown.articlesWith(teaser(1), all()).items()).containsExactly(article(1));
  }

  @Test
  void followingTwiceSaysThatNothingIsNew() {
    published(SHOWING);

    shown.follow(article(1));

    assertThat(shown.follow(article(1))).isFalse();
    assertThat(listed(SHOWING)).hasSize(1);
  }

  @Test
  void aScheduledReplacementIsThereBeforeItsTimeAndEachRowHasItsSpan() {
    var live = published(SHOWING);
    shown.follow(article(1));
    write(live, live.published(order(1, LATER, "one", NEWEST, SHOWING), NOON.plusSeconds(1)));

    assertThat(shown.follow(article(1))).isTrue();

    assertThat(listed(SHOWING)).hasSize(2).isEqualTo(listed(NEWEST));
    assertThat(visibleAt(LATER.minusMillis(1))).hasSize(1);
    assertThat(visibleAt(LATER))
        .hasSize(1)
        .doesNotContainAnyElementsOf(visibleAt(LATER.minusMillis(1)));
  }

  @Test
  void aWithdrawnArticleIsGone() {
    var live = published(SHOWING);
    shown.follow(article(1));
    write(live, live.withdrawn("wrong", NOON.plusSeconds(1)));

    assertThat(shown.follow(article(1))).isFalse();

    assertThat(listed(SHOWING)).isEmpty();
    assertThat(shown.articlesWith(teaser(1), all()).items()).isEmpty();
  }

  @Test
  void aTeaserThatTheArticleShowsNoLongerForgetsIt() {
    var live = published(SHOWING);
    shown.follow(article(1));
    write(live, live.published(order(1, null, "one", NEWEST, OTHER), NOON.plusSeconds(1)));

    assertThat(shown.follow(article(1))).isTrue();

    assertThat(listed(SHOWING)).isEmpty();
    assertThat(listed(OTHER)).hasSize(1).isEqualTo(listed(NEWEST));
  }

  @Test
  void anArticleThatShowsNoneOrIsNotThereIsNowhere() {
    published();

    assertThat(shown.follow(article(1))).isFalse();
    assertThat(shown.follow(article(2))).isFalse();

    assertThat(listed(SHOWING)).isEmpty();
  }

  @Test
  void theLargestArticleFitsRescheduledWithEveryListAndTeaserReplaced() {
    var live = write(draft, draft.published(order(1, null, "one", lists("a", 0)), NOON));
    shown.follow(article(1));
    var scheduled =
        write(live, live.published(order(1, LATER, "one", lists("b", 20)), NOON.plusSeconds(1)));
    shown.follow(article(1));
    var latest = LATER.plusSeconds(60);
    write(
        scheduled,
        scheduled.published(order(1, latest, "one", lists("c", 40)), NOON.plusSeconds(2)));

    assertThat(shown.follow(article(1))).isTrue();

    assertThat(showing(0)).allSatisfy(list -> assertThat(listed(list)).hasSize(1));
    assertThat(showing(20)).allSatisfy(list -> assertThat(listed(list)).isEmpty());
    assertThat(showing(40))
        .allSatisfy(
            list -> assertThat(listed(list)).extracting(ListRow::from).containsExactly(latest));
  }

  @Test
  void severalWhoFollowAtOnceEndWhereTheArticleStands() throws Exception {
    var live = published(SHOWING);
    var followers = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 8; i++) followers.add(() -> shown.follow(article(1)));

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var each : threads.invokeAll(followers)) each.get();
      write(live, live.published(order(1, null, "one", NEWEST, OTHER), NOON.plusSeconds(1)));
      for (var each : threads.invokeAll(followers)) each.get();
    }

    assertThat(listed(SHOWING)).isEmpty();
    assertThat(listed(OTHER)).hasSize(1).isEqualTo(listed(NEWEST));
  }

  private Publication created() {
    var change = Samples.created(article(1), "one");
    assertThat(stores.content().commit(commit(change))).isEqualTo(Commit.Result.DONE);
    return change.after();
  }

  /** The article since noon, among the newest and in these lists. */
  private Publication published(ListName... showing) {
    var lists = Stream.concat(Stream.of(NEWEST), Stream.of(showing)).toArray(ListName[]::new);
    return write(draft, draft.published(order(1, null, "one", lists), NOON));
  }

  private Publication write(Publication before, Publication after) {
    assertThat(stores.content().commit(commit(changed(before, after))))
        .isEqualTo(Commit.Result.DONE);
    return after;
  }

  /** A section, twelve topics, eight authors and twenty teasers. */
  private static ListName[] lists(String name, int firstTeaser) {
    var lists = new ArrayList<ListName>(List.of(NEWEST, new ListName.Section(name)));
    for (int i = 0; i < 12; i++) lists.add(new ListName.Topic(name + i));
    for (int i = 0; i < 8; i++) lists.add(new ListName.ByAuthor(name + i));
    lists.addAll(showing(firstTeaser));
    return lists.toArray(ListName[]::new);
  }

  private static List<ListName> showing(int firstTeaser) {
    return IntStream.range(firstTeaser, firstTeaser + 20)
        .<ListName>mapToObj(i -> new ListName.Showing(teaser(i)))
        .toList();
  }

  private List<ListRow> listed(ListName list) {
    return stores.publicDocuments().list(list, LATER.plusSeconds(999), all()).items();
  }

  private List<ListRow> visibleAt(Instant moment) {
    return listed(SHOWING).stream().filter(row -> row.isVisible(moment)).toList();
  }

  private static PageRequest all() {
    return new PageRequest(100, null);
  }
}
