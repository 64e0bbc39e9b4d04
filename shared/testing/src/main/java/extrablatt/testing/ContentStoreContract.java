package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.changed;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.order;
import static extrablatt.testing.Samples.revision;
import static extrablatt.testing.Samples.saved;
import static extrablatt.testing.Samples.teaser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ContentStore} obeys. */
public abstract class ContentStoreContract {
  private ContentStore store;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    store = stores().content();
  }

  @Test
  void everythingOfAPublicationComesBack() {
    var id = teaser(1);
    var draft =
        Publication.created(
            id,
            NOON.plusNanos(123_456_789),
            new Slug("one"),
            new Origin(
                "demo",
                "guid#1",
                7L,
                "page-text",
                "receipt",
                Map.of("altids", List.of("one", "two"))),
            article(9));
    done(Samples.change(null, draft, revision(1)));
    var lists =
        List.<ListName>of(
            new ListName.Newest(),
            new ListName.Section("Kultur#1"),
            new ListName.Topic("Äpfel"),
            new ListName.ByAuthor("A. B."),
            new ListName.Teasers(),
            new ListName.TeaserTopic("Wahl"));
    var expiry = NOON.plusSeconds(900);
    var live =
        draft.published(
            new PublishOrder(1, null, new Slug("one"), expiry, lists, article(9)), NOON);
    done(changed(draft, live));
    var withdrawn = live.withdrawn("wrong", NOON.plusSeconds(2));
    done(changed(live, withdrawn));
    var again = withdrawn.published(order(1, NOON.plusSeconds(99), "one"), NOON.plusSeconds(3));
    done(changed(withdrawn, again));

    assertThat(store.find(id)).contains(again);
  }

  @Test
  void aKnownDocumentCannotBeCreatedAgain() {
    done(created(article(1), "one"));

    var result = store.commit(commit(created(article(1), "two")));

    assertThat(result).isEqualTo(Commit.Result.DOCUMENT_CHANGED);
    assertThat(store.bySlug(DocumentKind.ARTICLE, new Slug("two"))).isEmpty();
  }

  @Test
  void aChangeOfAnOlderStateWritesNothing() {
    var first = done(created(article(1), "one"));
    var second = done(saved(first, "one"));

    var result = store.commit(commit(saved(first, "other"), created(article(2), "two")));

    assertThat(result).isEqualTo(Commit.Result.DOCUMENT_CHANGED);
    assertThat(store.find(article(1))).contains(second);
    assertThat(store.find(article(2))).isEmpty();
    assertThat(store.bySlug(DocumentKind.ARTICLE, new Slug("other"))).isEmpty();
    assertThat(store.desk(DocumentKind.ARTICLE, new PageRequest(10, null)).items()).hasSize(1);
  }

  @Test
  void ofManyWhoSaveTheSameStateOneWins() throws Exception {
    var before = done(created(article(1), "one"));
    var saves = new ArrayList<Callable<Commit.Result>>();
    for (int i = 0; i < 12; i++) saves.add(() -> store.commit(commit(saved(before, "one"))));

    var results = new ArrayList<Commit.Result>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var save : threads.invokeAll(saves)) results.add(save.get());
    }

    assertThat(results).containsOnlyOnce(Commit.Result.DONE);
    assertThat(results).containsOnly(Commit.Result.DONE, Commit.Result.DOCUMENT_CHANGED);
    assertThat(store.find(article(1)).orElseThrow().head()).isEqualTo(2);
  }

  @Test
  void aSlugBelongsToOneDocumentOfItsKindForEver() {
    var first = done(created(article(1), "one"));
    var moved = done(saved(first, "two"));

    assertThat(store.commit(commit(created(article(2), "one"))))
        .isEqualTo(Commit.Result.SLUG_TAKEN);
    assertThat(store.find(article(2))).isEmpty();
    assertThat(store.commit(commit(created(teaser(2), "one")))).isEqualTo(Commit.Result.DONE);
    done(saved(moved, "one"));
    assertThat(store.bySlug(DocumentKind.ARTICLE, new Slug("one"))).contains(article(1));
    assertThat(store.bySlug(DocumentKind.ARTICLE, new Slug("two"))).contains(article(1));
    assertThat(store.bySlug(DocumentKind.TEASER, new Slug("one"))).contains(teaser(2));
  }

  @Test
  void revisionsComeBackNewestFirst() {
    var state = done(created(article(1), null));
    for (int i = 0; i < 4; i++) state = done(saved(state, null));

    var first = store.revisions(article(1), new PageRequest(2, null));
    var second = store.revisions(article(1), new PageRequest(2, first.next()));
    var third = store.revisions(article(1), new PageRequest(2, second.next()));

    assertThat(first.items()).extracting(Revision.Line::number).containsExactly(5, 4);
    assertThat(second.items()).extracting(Revision.Line::number).containsExactly(3, 2);
    assertThat(third.items()).extracting(Revision.Line::number).containsExactly(1);
    assertThat(third.next()).isNull();
    assertThat(store.revision(article(1), 3)).contains(revision(3));
    assertThat(store.revision(article(1), 6)).isEmpty();
    assertThat(store.revision(article(1), 0)).isEmpty();
    assertThat(store.revisions(article(2), new PageRequest(2, null)).items()).isEmpty();
  }

  @Test
  void aLongRevisionComesBack() {
    var noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    var revision = new Revision(1, NOON, "desk", "long", Bytes.of(noise));
    var after = Publication.created(article(1), NOON, null, null, null);

    done(Samples.change(null, after, revision));

    assertThat(store.revision(article(1), 1)).contains(revision);
  }

  @Test
  void theDeskSeesTheNewestFirstAsTheyAreNow() {
    for (int i = 1; i <= 5; i++) done(created(article(i), null, NOON.plusSeconds(i)));
    done(created(teaser(1), null));
    var first = store.find(article(5)).orElseThrow();
    var newest = done(saved(first, "five"));

    var page = store.desk(DocumentKind.ARTICLE, new PageRequest(3, null));
    var next = store.desk(DocumentKind.ARTICLE, new PageRequest(3, page.next()));

    assertThat(page.items())
        .extracting(line -> line.publication().id())
        .containsExactly(article(5), article(4), article(3));
    assertThat(page.items().getFirst())
        .isEqualTo(new ContentStore.DeskLine(newest, Bytes.utf8("line of headline 2")));
    assertThat(next.items())
        .extracting(line -> line.publication().id())
        .containsExactly(article(2), article(1));
  }

  @Test
  void manyAreFoundAtOnce() {
    var ids = IntStream.rangeClosed(1, 120).mapToObj(Samples::article).toList();
    for (var id : ids.subList(0, 110)) done(created(id, null));

    var found = store.findAll(ids);

    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(ids.subList(0, 110));
    assertThat(store.findAll(List.of())).isEmpty();
  }

  @Test
  void aNewSpanWithoutItsFormIsRefused() {
    var before = done(created(article(1), "one"));
    var after = before.published(order(1, null, "one"), NOON);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.commit(commit(new Change(before, after, null, null, Map.of()))));

    assertThat(store.find(article(1))).contains(before);
  }

  @Test
  void aPositionOfAnotherFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.desk(DocumentKind.ARTICLE, new PageRequest(1, "META")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.revisions(article(1), new PageRequest(1, "META")));
  }

  @Test
  void onlyWhatFitsIntoOneTransactionFits() {
    var few = commit(created(article(1), "one"), created(teaser(1), null));
    var many =
        commit(
            IntStream.rangeClosed(1, 60)
                .mapToObj(number -> created(article(number), null))
                .toArray(Change[]::new));

    assertThat(store.fits(few)).isTrue();
    assertThat(store.fits(many)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> store.commit(many));
  }

  private Publication done(Change change) {
    assertThat(store.commit(commit(change))).isEqualTo(Commit.Result.DONE);
    return change.after();
  }
}
