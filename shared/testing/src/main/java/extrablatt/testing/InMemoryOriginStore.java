package extrablatt.testing;

import extrablatt.domain.ingest.OriginChange;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.OriginStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where documents came from, in memory. */
public final class InMemoryOriginStore implements OriginStore {
  private record Id(String provider, String guid) {
    static Id of(OriginRecord origin) {
      return new Id(origin.provider(), origin.guid());
    }
  }

  private final Object lock;
  private final Map<Id, OriginRecord> records = new HashMap<>();

  InMemoryOriginStore(Object lock) {
    this.lock = lock;
  }

  @Override
  public Optional<OriginRecord> find(String provider, String guid) {
    synchronized (lock) {
      return Optional.ofNullable(records.get(new Id(provider, guid)));
    }
  }

  boolean isUnchanged(OriginChange change) {
    var stored = records.get(Id.of(change.after()));
    var before = change.before();
    if (stored == null || before == null) return stored == null && before == null;
    return stored.version() == before.version();
  }

  void write(OriginChange change) {
    records.put(Id.of(change.after()), change.after());
  }
}
