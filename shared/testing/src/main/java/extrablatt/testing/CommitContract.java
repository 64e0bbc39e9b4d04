package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Order;
import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.IdempotencyStore.Beginning;
import extrablatt.domain.publishing.KeptAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every set of stores obeys that writes documents, origins, receipts and answers at once. */
public abstract class CommitContract {
  private static final IdempotencyKey KEY = new IdempotencyKey("desk POST /newsroom/articles", "k");
  private static final Bytes ANSWER = Bytes.utf8("{\"id\":\"1\"}");

  private Stores stores;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    stores = stores();
  }

  @Test
  void everythingIsWrittenTogether() {
    var result = stores.content().commit(delivery(created(article(1), "one"), begin()));

    assertThat(result).isEqualTo(Commit.Result.DONE);
    assertThat(stores.origins().find(OriginId.ofArticle("demo", "guid-1"))).contains(origin(1));
    assertThat(stores.receipts().find(received(1).id())).contains(received(1));
    assertThat(beginning()).isEqualTo(new Beginning.Answered(ANSWER));
  }

  @Test
  void aSecondDeliveryOfTheSameOriginWritesNothing() {
    done(new Commit(List.of(), new OriginChange(null, origin(1)), List.of(), null));

    var result = stores.content().commit(delivery(created(article(1), "one"), begin()));

    assertThat(result).isEqualTo(Commit.Result.ORIGIN_CHANGED);
    nothingIsWritten();
  }

  @Test
  void aSecondDeliveryOfTheSameObjectWritesNothing() {
    assertThat(stores.receipts().save(new ReceiptChange(null, received(7)))).isTrue();

    var result = stores.content().commit(delivery(created(article(1), "one"), begin()));

    assertThat(result).isEqualTo(Commit.Result.RECEIPT_CHANGED);
    assertThat(stores.content().find(article(1))).isEmpty();
    assertThat(stores.receipts().find(received(1).id())).contains(received(7));
  }

  @Test
  void aCallWhoseKeyWasTakenOverWritesNothing() {
    begin();

    var result = stores.content().commit(delivery(created(article(1), "one"), "another"));

    assertThat(result).isEqualTo(Commit.Result.ANSWER_LOST);
    nothingIsWritten();
  }

  @Test
  void aRedeliveryThatGetsANewIdLearnsOfItsOriginAndNotOfItsSlug() {
    done(delivery(created(article(1), "one"), null));

    var result = stores.content().commit(delivery(created(article(2), "one"), null));

    assertThat(result).isEqualTo(Commit.Result.ORIGIN_CHANGED);
  }

  @Test
  void aCallThatLostItsKeyLearnsOfThatAndNotOfTheSlugThatTheOtherCallTook() {
    done(delivery(created(article(1), "one"), begin()));

    var result =
        stores
            .content()
            .commit(
                new Commit(
                    List.of(created(article(2), "one")), null, List.of(), answer("another")));

    assertThat(result).isEqualTo(Commit.Result.ANSWER_LOST);
  }

  @Test
  void anOriginIsChangedFromTheStateThatWasRead() {
    done(new Commit(List.of(), new OriginChange(null, origin(1)), List.of(), null));
    done(new Commit(List.of(), new OriginChange(origin(1), origin(2)), List.of(), null));

    var late = new Commit(List.of(), new OriginChange(origin(1), origin(2)), List.of(), null);

    assertThat(stores.content().commit(late)).isEqualTo(Commit.Result.ORIGIN_CHANGED);
    assertThat(stores.origins().find(OriginId.ofArticle("demo", "guid-1"))).contains(origin(2));
  }

  @Test
  void originsWhosePartsLookAlikeWhenJoinedDoNotMeet() {
    done(originOf("a#b", "c"));
    done(originOf("a", "b#c"));
    done(originOf("a%23b", "c"));
    var longGuid = "urn:example:" + "x".repeat(3000);
    done(originOf("a", longGuid));

    assertThat(stores.origins().find(OriginId.ofArticle("a", longGuid))).isPresent();
    assertThat(
            stores
                .origins()
                .findAll(
                    List.of(OriginId.ofArticle("a", longGuid), OriginId.ofArticle("a", "nowhere"))))
        .extracting(OriginRecord::id)
        .containsExactly(OriginId.ofArticle("a", longGuid));
    assertThat(stores.origins().find(OriginId.ofArticle("a", longGuid + "x"))).isEmpty();
    assertThat(stores.origins().find(OriginId.ofArticle("a#b#c", ""))).isEmpty();
  }

  private void nothingIsWritten() {
    assertThat(stores.content().find(article(1))).isEmpty();
    assertThat(stores.receipts().find(received(1).id())).isEmpty();
    assertThat(beginning()).isEqualTo(new Beginning.InFlight());
  }

  private String begin() {
    return ((Beginning.Fresh) beginning()).token();
  }

  private Beginning beginning() {
    return stores.idempotency().begin(KEY, "fingerprint", NOON, NOON.plusSeconds(60));
  }

  private void done(Commit commit) {
    assertThat(stores.content().commit(commit)).isEqualTo(Commit.Result.DONE);
  }

  private static Commit delivery(Change change, @Nullable String token) {
    return new Commit(
        List.of(change),
        new OriginChange(null, origin(1)),
        List.of(new ReceiptChange(null, received(1))),
        token == null ? null : answer(token));
  }

  private static KeptAnswer answer(String token) {
    return new KeptAnswer(KEY, token, ANSWER, NOON.plusSeconds(86_400));
  }

  private static OriginRecord origin(long version) {
    var last = new OriginRecord.Delivery(new Order(4L, "ff"), "hash", "receipt", null);
    var kill = new OriginRecord.Delivery(new Order(null, ""), "hash", null, "withdrawn");
    return new OriginRecord(
        OriginId.ofArticle("demo", "guid-1"),
        version,
        new Product.OfArticle(article(1)),
        last,
        kill);
  }

  private static Commit originOf(String provider, String guid) {
    var origin = new OriginRecord(OriginId.ofArticle(provider, guid), 1, null, null, null);
    return new Commit(List.of(), new OriginChange(null, origin), List.of(), null);
  }

  private static Receipt received(long version) {
    return receipt(1, version, "publish/demo/one.txt", Outcome.ACCEPTED);
  }
}
