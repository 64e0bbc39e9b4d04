package extrablatt.storage;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.change;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.publishing.IdempotencyKey;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Revision;
import extrablatt.testing.Stores;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What other programs than ours rely on in the table and the bucket. */
final class DynamoRowsTest {
  private final String table = EmbeddedTables.create();
  private final InMemoryObjectStore bucket = new InMemoryObjectStore();
  private final Stores stores = DynamoStores.over(EmbeddedTables.client(), table, bucket);

  @Test
  void everyRevisionIsInTheArchive() {
    var change = created(article(1), "one");

    stores.content().commit(commit(change));

    var content = Bytes.utf8("{\"headline\":\"headline 1\"}");
    assertThat(bucket.objects.keySet())
        .containsExactly("revisions/articles/" + article(1) + "/1-" + content.hash() + ".json");
  }

  @Test
  void aLoserNeverOverwritesTheWinnersRevision() {
    var winner = longRevision(1);
    var loser = longRevision(2);
    var after = Publication.created(article(1), NOON, null, null, null);
    stores.content().commit(commit(change(null, after, winner)));

    stores.content().commit(commit(change(null, after, loser)));

    assertThat(stores.content().revision(article(1), 1)).contains(winner);
  }

  @Test
  void dynamoMayRemoveAKeptAnswerOnlyAfterItsTime() {
    var key = new IdempotencyKey("scope", "key");
    stores.idempotency().begin(key, "fingerprint", NOON, NOON.plusSeconds(60));

    var item =
        EmbeddedTables.client()
            .getItem(get -> get.tableName(table).key(Keys.idempotency(key).attributes()))
            .item();

    assertThat(Long.parseLong(item.getOrDefault("expires", AttributeValue.fromN("0")).n()))
        .isGreaterThan(NOON.plusSeconds(60).getEpochSecond());
  }

  @Test
  void aReceiptWithEndlessFaultsIsCutAndSaysSo() {
    var faults = Collections.nCopies(100_000, Fault.at("/body/0", "is not a block"));
    var plain = receipt(1, 1, "publish/demo/a", Outcome.REJECTED);
    var receipt =
        new Receipt(
            plain.id(),
            1,
            plain.key(),
            plain.objectVersion(),
            plain.sequencer(),
            Outcome.REJECTED,
            null,
            "demo",
            null,
            null,
            null,
            NOON,
            1,
            new Receipt.Problem("invalid", "100000 faults", faults),
            Collections.nCopies(100_000, "an odd field"));

    assertThat(stores.receipts().save(new ReceiptChange(null, receipt))).isTrue();

    var kept = stores.receipts().find(receipt.id()).orElseThrow();
    assertThat(kept.problem()).isNotNull();
    assertThat(kept.warnings().getLast()).startsWith("and ").endsWith(" more");
  }

  private static Revision longRevision(int seed) {
    var noise = new byte[100_000];
    new Random(seed).nextBytes(noise);
    return new Revision(1, NOON, "desk", "long", Bytes.of(noise));
  }
}
