package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Fault;
import extrablatt.domain.PageRequest;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.ingest.ReceiptStore.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReceiptStore} obeys. */
public abstract class ReceiptStoreContract {
  private static final PageRequest FIRST = new PageRequest(10, null);

  private ReceiptStore store;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    store = stores().receipts();
  }

  @Test
  void everythingOfAReceiptComesBack() {
    var receipt =
        new Receipt(
            "receipt#1",
            3,
            "publish/demo/a b.json",
            "v",
            "0055",
            Outcome.REJECTED,
            "json",
            "demo",
            "guid",
            new Product.OfArticle(article(1)),
            4,
            NOON.plusMillis(1),
            2,
            new Receipt.Problem(
                "invalid",
                "two faults",
                List.of(Fault.at("/headline", "is missing"), Fault.at(3, 4, "is odd"))),
            List.of("over an editor's revision"),
            List.of(
                new Receipt.Line(
                    "receipt#2",
                    "one",
                    Outcome.ACCEPTED,
                    new Product.OfArticle(article(2)),
                    1,
                    List.of()),
                new Receipt.Line(
                    "receipt#3",
                    null,
                    Outcome.REJECTED,
                    null,
                    null,
                    List.of(Fault.at("/lead", "is too long"), Fault.at(5, 6, "is odd")))),
            null);

    save(null, receipt);

    assertThat(store.find("receipt#1")).contains(receipt);
    assertThat(store.list(new Filter.All(), FIRST).items()).containsExactly(receipt);
  }

  /** The whole object's receipt tells of it. */
  @Test
  void oneOfSeveralDocumentsStandsInNoList() {
    var member =
        new Receipt(
            "receipt#2",
            1,
            "publish/demo/a.rss",
            "v",
            "0055",
            Outcome.ACCEPTED,
            "feed",
            "demo",
            "one",
            new Product.OfArticle(article(2)),
            1,
            NOON,
            1,
            null,
            List.of(),
            List.of(),
            "receipt#1");

    save(null, member);

    assertThat(store.find("receipt#2")).contains(member);
    assertThat(store.list(new Filter.All(), FIRST).items()).isEmpty();
    assertThat(store.list(new Filter.ByKey("publish/demo/a.rss"), FIRST).items()).isEmpty();
    assertThat(store.list(new Filter.ByProvider("demo"), FIRST).items()).isEmpty();
  }

  @Test
  void aReceiptIsChangedFromTheStateThatWasRead() {
    var first = receipt(1, 1, "publish/demo/a", Outcome.FAILED);
    var second = receipt(1, 2, "publish/demo/a", Outcome.ACCEPTED);
    save(null, first);
    save(first, second);

    assertThat(store.save(new ReceiptChange(first, second))).isFalse();
    assertThat(store.save(new ReceiptChange(null, first))).isFalse();
    assertThat(store.find(first.id())).contains(second);
  }

  @Test
  void aReceiptStandsInTheListsOfWhatItSaysNow() {
    var failed = receipt(1, 1, "publish/demo/a", Outcome.FAILED);
    var accepted = receipt(1, 2, "publish/demo/a", Outcome.ACCEPTED);
    save(null, failed);
    save(failed, accepted);

    assertThat(store.list(new Filter.ByOutcome(Outcome.FAILED), FIRST).items()).isEmpty();
    assertThat(store.list(new Filter.ByOutcome(Outcome.ACCEPTED), FIRST).items())
        .containsExactly(accepted);
    assertThat(store.list(new Filter.ByKey("publish/demo/a"), FIRST).items())
        .containsExactly(accepted);
    assertThat(store.list(new Filter.ByProvider("demo"), FIRST).items()).containsExactly(accepted);
    assertThat(store.list(new Filter.ByProvider("other"), FIRST).items()).isEmpty();
    assertThat(store.list(new Filter.All(), FIRST).items()).containsExactly(accepted);
  }

  @Test
  void receiptsComeNewestFirstAndNewOnesDoNotDisturbTheNextPage() {
    for (int i = 1; i <= 5; i++) save(null, receipt(i, 1, "publish/demo/a", Outcome.ACCEPTED));

    var first = store.list(new Filter.All(), new PageRequest(2, null));
    save(null, receipt(6, 1, "publish/demo/a", Outcome.ACCEPTED));
    var second = store.list(new Filter.All(), new PageRequest(10, first.next()));

    assertThat(first.items())
        .extracting(Receipt::id)
        .containsExactly(article(5).value(), article(4).value());
    assertThat(second.items())
        .extracting(Receipt::id)
        .containsExactly(article(3).value(), article(2).value(), article(1).value());
  }

  private void save(@Nullable Receipt before, Receipt after) {
    assertThat(store.save(new ReceiptChange(before, after))).isTrue();
  }
}
