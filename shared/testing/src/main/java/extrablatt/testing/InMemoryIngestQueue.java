package extrablatt.testing;

import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.Receipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was to be replayed. */
public final class InMemoryIngestQueue implements IngestQueue {
  private final List<Receipt> replayed = new CopyOnWriteArrayList<>();

  @Override
  public void replay(Receipt receipt) {
    replayed.add(receipt);
  }

  /** The receipts whose objects were put into the queue, in order. */
  public List<Receipt> replayed() {
    return List.copyOf(replayed);
  }
}
