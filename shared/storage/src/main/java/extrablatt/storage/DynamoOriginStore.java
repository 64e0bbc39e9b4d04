package extrablatt.storage;

import extrablatt.domain.ingest.OriginRecord;
import extrablatt.domain.ingest.OriginStore;
import java.util.Optional;

/** Where documents came from, in DynamoDB. */
final class DynamoOriginStore implements OriginStore {
  private final Table table;

  DynamoOriginStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<OriginRecord> find(String provider, String guid) {
    return table.get(Keys.origin(provider, guid), true).map(OriginItem::read);
  }
}
