package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the objects that come in under some prefixes. */
interface Destination {
  /** What came of a document. */
  sealed interface Delivered {
    /** It has its receipt. */
    record Receipted(Receipt receipt) implements Delivered {}

    /**
     * It holds several documents, each of which has its receipt.
     *
     * @param warnings what was left out of the whole
     */
    record Several(List<Receipt> members, List<String> warnings) implements Delivered {}

    /** It is gone before it could be read. */
    record Gone() implements Delivered {}

    /**
     * It cannot be taken.
     *
     * @param product what it was meant for, if that is known
     */
    record Refused(Receipt.Problem problem, @Nullable Product product) implements Delivered {
      /** The same, meant for something that is there. */
      Refused meantFor(@Nullable Product product) {
        return new Refused(problem, product);
      }

      /** With every fault. */
      static Refused of(String type, List<Fault> faults) {
        var summary =
            faults.size() == 1
                ? faults.getFirst().detail()
                : "The document has " + faults.size() + " faults.";
        return new Refused(new Receipt.Problem(type, summary, faults), null);
      }

      /** In one sentence. */
      static Refused of(String type, String detail) {
        return new Refused(new Receipt.Problem(type, detail, List.of()), null);
      }
    }
  }

  /** The provider whose document a key names; empty if the key does not belong here. */
  Optional<String> provider(String key);

  /** What a document is meant for, where its key says so. */
  default Optional<Product> meantFor(String key) {
    return Optional.empty();
  }

  /** What to do with a document whose key does not belong here. */
  String elsewhere();

  /** Takes an object in. */
  Delivered deliver(ReceiptDraft receipt);

  /** Copies an object that cannot be taken to {@code rejected/}, its problem document beside it. */
  void reject(Dropped dropped, Bytes problem);

  /** Finishes what a document that was taken in before may have left undone. */
  void settle(Receipt taken);

  /** In whose name a provider's documents are saved. */
  static Caller caller(@Nullable String provider) {
    return new Caller("ingest:" + (provider == null ? "unknown" : provider));
  }
}
