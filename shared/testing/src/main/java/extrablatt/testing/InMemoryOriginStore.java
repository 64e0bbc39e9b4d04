package extrablatt.testing;

import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.OriginStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where documents came from, in memory. */
public final class InMemoryOriginStore implements OriginStore {
  private final Object lock;
  private final Map<OriginId, OriginRecord> records = new HashMap<>();

  InMemoryOriginStore(Object lock) {
    this.lock = lock;
  }

  @Override
  public Optional<OriginRecord> find(OriginId id) {
    synchronized (lock) {
      return Optional.ofNullable(records.get(id));
    }
  }

  @Override
  public List<OriginRecord> findAll(Collection<OriginId> ids) {
    synchronized (lock) {
      return ids.stream().distinct().map(records::get).filter(Objects::nonNull).toList();
    }
  }

  boolean isUnchanged(OriginChange change) {
    var stored = records.get(change.after().id());
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  void write(OriginChange change) {
    records.put(change.after().id(), change.after());
  }
}
