package extrablatt.domain.ingest;

import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps receipts. */
public interface ReceiptStore {
  /** Which receipts are wanted. */
  sealed interface Filter {
    /** All of them. */
    record All() implements Filter {}

    /** Those of one key of the drop bucket. */
    record ByKey(String key) implements Filter {}

    /** Those with an outcome. */
    record ByOutcome(Outcome outcome) implements Filter {}

    /** Those of a provider. */
    record ByProvider(String provider) implements Filter {}
  }

  /** One receipt, as of now. */
  Optional<Receipt> find(String id);

  /** Those of many that there are, as of now. */
  List<Receipt> findAll(Collection<String> ids);

  /** Receipts, newest first. */
  Page<Receipt> list(Filter filter, PageRequest page);

  /** Writes a receipt alone; false if somebody else changed it in between. */
  boolean save(ReceiptChange change);
}
