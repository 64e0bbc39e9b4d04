package extrablatt.storage;

import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.ingest.ReceiptStore.Filter;
import extrablatt.domain.publishing.Commit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of a receipt: its own, and one in every list that it stands in. */
final class ReceiptRows {
  private ReceiptRows() {}

  /** What a change does to them, on condition that nobody else changed the receipt. */
  static List<Write> changedBy(ReceiptChange change) {
    var before = change.before();
    var after = change.after();
    var item = ReceiptItem.write(after);
    var writes = new ArrayList<Write>();
    writes.add(
        Write.Put.of(
            item,
            Versions.unchanged(before == null ? null : before.version()),
            Commit.Result.RECEIPT_CHANGED));
    var listed = listedAt(after);
    for (var key : listed) writes.add(Write.Put.of(item.copiedTo(key)));
    if (before != null) {
      for (var key : listedAt(before)) {
        if (!listed.contains(key)) writes.add(Write.Delete.of(key));
      }
    }
    return writes;
  }

  private static Set<Key> listedAt(Receipt receipt) {
    var keys = new LinkedHashSet<Key>();
    // The receipt of the whole object stands in the lists.
    if (receipt.container() != null) return keys;
    keys.add(Keys.listedReceipt(new Filter.All(), receipt));
    keys.add(Keys.listedReceipt(new Filter.ByKey(receipt.key()), receipt));
    keys.add(Keys.listedReceipt(new Filter.ByOutcome(receipt.outcome()), receipt));
    var provider = receipt.provider();
    if (provider != null) keys.add(Keys.listedReceipt(new Filter.ByProvider(provider), receipt));
    return keys;
  }
}
