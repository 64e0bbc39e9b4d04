package extrablatt.storage;

import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.publishing.Commit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Receipts in DynamoDB. */
final class DynamoReceiptStore implements ReceiptStore {
  private final Table table;

  DynamoReceiptStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Receipt> find(String id) {
    return table.get(Keys.receipt(id), true).map(ReceiptItem::read);
  }

  @Override
  public List<Receipt> findAll(Collection<String> ids) {
    var keys = ids.stream().map(Keys::receipt).distinct().toList();
    return table.getAll(keys).values().stream().map(ReceiptItem::read).toList();
  }

  @Override
  public Page<Receipt> list(Filter filter, PageRequest page) {
    var range =
        new Range(
            Keys.receipts(filter),
            Keys.FIRST,
            Keys.LAST,
            page.limit(),
            Keys.receiptPosition(page.after()),
            true);
    return table.page(range).map(ReceiptItem::read);
  }

  @Override
  public boolean save(ReceiptChange change) {
    var transaction = new Transaction();
    transaction.addAll(ReceiptRows.changedBy(change));
    return table.transact(transaction) == Commit.Result.DONE;
  }
}
