package extrablatt.domain.ingest;

import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the documents that are dropped under some prefixes. */
interface Destination {
  /** What came of a document. */
  sealed interface Delivered {
    /** It has its receipt. */
    record Receipted(Receipt receipt) implements Delivered {}

    /** It cannot be taken. */
    record Refused(Receipt.Problem problem) implements Delivered {
      /** With every fault. */
      static Refused of(String type, List<Fault> faults) {
        var summary =
            faults.size() == 1
                ? faults.getFirst().detail()
                : "The document has " + faults.size() + " faults.";
        return new Refused(new Receipt.Problem(type, summary, faults));
      }

      /** In one sentence. */
      static Refused of(String type, String detail) {
        return new Refused(new Receipt.Problem(type, detail, List.of()));
      }
    }
  }

  /** The provider whose document a key names; empty if the key does not belong here. */
  Optional<String> provider(String key);

  /** What to do with a document whose key does not belong here. */
  String elsewhere();

  /** Takes a document in. */
  Delivered deliver(ReceiptDraft receipt, Source source);

  /** Finishes what a document that was taken in before may have left undone. */
  void settle(Receipt taken);

  /** In whose name a provider's documents are saved. */
  static Caller caller(@Nullable String provider) {
    return new Caller("ingest:" + (provider == null ? "unknown" : provider));
  }
}
