package extrablatt.domain.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows where documents came from. */
public interface OriginStore {
  /** What is known of an origin, as of now. */
  Optional<OriginRecord> find(OriginId id);

  /** What is known of many, as of now. */
  List<OriginRecord> findAll(Collection<OriginId> ids);
}
