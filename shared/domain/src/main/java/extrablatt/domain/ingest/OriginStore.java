package extrablatt.domain.ingest;

import java.util.Optional;

/** Knows where documents came from. */
public interface OriginStore {
  /** What is known of an origin, as of now. */
  Optional<OriginRecord> find(OriginId id);
}
