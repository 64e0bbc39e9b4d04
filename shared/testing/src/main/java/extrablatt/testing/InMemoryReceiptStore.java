package extrablatt.testing;

import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptChange;
import extrablatt.domain.ingest.ReceiptStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Receipts in memory. */
public final class InMemoryReceiptStore implements ReceiptStore {
  private final Object lock;
  private final Map<String, Receipt> receipts = new HashMap<>();

  InMemoryReceiptStore(Object lock) {
    this.lock = lock;
  }

  @Override
  public Optional<Receipt> find(String id) {
    synchronized (lock) {
      return Optional.ofNullable(receipts.get(id));
    }
  }

  @Override
  public List<Receipt> findAll(Collection<String> ids) {
    synchronized (lock) {
      return ids.stream().distinct().map(receipts::get).filter(Objects::nonNull).toList();
    }
  }

  @Override
  public Page<Receipt> list(Filter filter, PageRequest page) {
    synchronized (lock) {
      var wanted = receipts.values().stream().filter(receipt -> matches(filter, receipt)).toList();
      return Positions.page(
          wanted, receipt -> Positions.of(receipt.receivedAt(), receipt.id()), page);
    }
  }

  @Override
  public boolean save(ReceiptChange change) {
    synchronized (lock) {
      if (!isUnchanged(change)) return false;
      write(change);
      return true;
    }
  }

  boolean isUnchanged(ReceiptChange change) {
    var stored = receipts.get(change.after().id());
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  void write(ReceiptChange change) {
    receipts.put(change.after().id(), change.after());
  }

  private static boolean matches(Filter filter, Receipt receipt) {
    if (receipt.container() != null) return false;
    return switch (filter) {
      case Filter.All() -> true;
      case Filter.ByKey(var key) -> key.equals(receipt.key());
      case Filter.ByOutcome(var outcome) -> outcome == receipt.outcome();
      case Filter.ByProvider(var provider) -> provider.equals(receipt.provider());
    };
  }
}
