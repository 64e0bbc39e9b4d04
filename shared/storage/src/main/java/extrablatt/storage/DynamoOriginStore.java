package extrablatt.storage;

import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.OriginStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where documents came from, in DynamoDB. */
final class DynamoOriginStore implements OriginStore {
  private final Table table;

  DynamoOriginStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<OriginRecord> find(OriginId id) {
    return table.get(Keys.origin(id), true).map(OriginItem::read);
  }

  @Override
  public List<OriginRecord> findAll(Collection<OriginId> ids) {
    var keys = ids.stream().map(Keys::origin).distinct().toList();
    return table.getAll(keys).values().stream().map(OriginItem::read).toList();
  }
}
