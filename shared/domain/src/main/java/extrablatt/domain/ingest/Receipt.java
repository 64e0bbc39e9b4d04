package extrablatt.domain.ingest;

import extrablatt.domain.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dropped object version.
 *
 * @param version counts the changes of this receipt
 * @param attempts how often the object was worked on
 */
public record Receipt(
    String id,
    long version,
    String key,
    String objectVersion,
    String sequencer,
    Outcome outcome,
    @Nullable String format,
    @Nullable String provider,
    @Nullable String guid,
    @Nullable Product product,
    @Nullable Integer revision,
    Instant receivedAt,
    int attempts,
    @Nullable Problem problem,
    List<String> warnings) {
  public Receipt {
    warnings = List.copyOf(warnings);
  }

  /** The same with another outcome. */
  Receipt with(Outcome other) {
    return changed(other, attempts);
  }

  /** The same, its document having been looked at once more. */
  Receipt lookedAtAgain() {
    return changed(outcome, attempts + 1);
  }

  /** The same, its document having turned out to be wrong. */
  Receipt refused(Problem why) {
    return new Receipt(
        id,
        version + 1,
        key,
        objectVersion,
        sequencer,
        Outcome.REJECTED,
        format,
        provider,
        guid,
        product,
        null,
        receivedAt,
        attempts,
        why,
        warnings);
  }

  private Receipt changed(Outcome newOutcome, int newAttempts) {
    return new Receipt(
        id,
        version + 1,
        key,
        objectVersion,
        sequencer,
        newOutcome,
        format,
        provider,
        guid,
        product,
        revision,
        receivedAt,
        newAttempts,
        problem,
        warnings);
  }

  /**
   * Why a document was not taken: the problem's type without its path, a sentence, and every fault.
   */
  public record Problem(String type, String detail, List<Fault> faults) {
    public Problem {
      faults = List.copyOf(faults);
    }
  }
}
