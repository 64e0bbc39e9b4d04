package extrablatt.storage;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.change;
import static extrablatt.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.DocumentKind;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.testing.Stores;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a public read costs does not depend on how much there is. */
final class CostTest {
  private static final ListName NEWEST = new ListName.Newest();
  private static final int A_TRANSACTION_HOLDS = 20;

  private final CountingDynamo dynamo = new CountingDynamo();
  private final Stores stores =
      DynamoStores.over(
          dynamo.around(EmbeddedTables.client()),
          EmbeddedTables.create(),
          new InMemoryObjectStore());

  @Test
  void readsCostTheSameWithAHundredAndWithTwoThousandArticles() {
    publish(0, 100);
    var few = costs(100);
    publish(100, 2000);
    var many = costs(2000);

    assertThat(many).isEqualTo(few);
    assertThat(few).hasSize(4).allMatch(units -> units <= 2);
  }

  /** An article, a slug, the first page of a list, and a page from the middle of it. */
  private List<Double> costs(int articles) {
    var middle =
        Keys.listed(
            NEWEST,
            NOON.plusSeconds(articles / 2),
            article(articles / 2),
            NOON.plusSeconds(articles / 2));
    dynamo.units.clear();

    stores.publicDocuments().at(article(articles / 2), NOON.plusSeconds(9999));
    stores.publicDocuments().bySlug(DocumentKind.ARTICLE, new Slug("slug-7"));
    stores.publicDocuments().list(NEWEST, NOON.plusSeconds(9999), new PageRequest(20, null));
    stores
        .publicDocuments()
        .list(NEWEST, NOON.plusSeconds(9999), new PageRequest(20, middle.sort()));
    return List.copyOf(dynamo.units);
  }

  private void publish(int from, int to) {
    for (int first = from; first < to; first += A_TRANSACTION_HOLDS) {
      var changes =
          IntStream.range(first, first + A_TRANSACTION_HOLDS)
              .mapToObj(CostTest::published)
              .toList();
      assertThat(stores.content().commit(new Commit(changes, null, List.of(), null)))
          .isEqualTo(Commit.Result.DONE);
    }
  }

  private static Change published(int number) {
    var at = NOON.plusSeconds(number);
    var slug = number == 7 ? "slug-7" : null;
    var draft =
        Publication.created(article(number), at, slug == null ? null : new Slug(slug), null, null);
    return change(null, draft.published(order(1, at, slug, NEWEST), at), null);
  }
}
