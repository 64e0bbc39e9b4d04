package extrablatt.domain.ingest;

import extrablatt.domain.Fault;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dropped object version.
 *
 * @param version counts the changes of this receipt
 * @param attempts how often the object was worked on
 * @param documents what became of each, where one object holds several documents
 * @param container of one of several documents, the receipt of the object that holds them
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
    List<String> warnings,
    List<Line> documents,
    @Nullable String container) {
  public Receipt {
    warnings = List.copyOf(warnings);
    documents = List.copyOf(documents);
  }

  /** The receipt of an object that is one document. */
  public Receipt(
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
    this(
        id,
        version,
        key,
        objectVersion,
        sequencer,
        outcome,
        format,
        provider,
        guid,
        product,
        revision,
        receivedAt,
        attempts,
        problem,
        warnings,
        List.of(),
        null);
  }

  /** What became of one of several documents in an object; its id is that of its own receipt. */
  public record Line(
      String id,
      @Nullable String guid,
      Outcome outcome,
      @Nullable Product product,
      @Nullable Integer revision,
      List<Fault> faults) {
    public Line {
      faults = List.copyOf(faults);
    }
  }

  /** What it is as a line of the receipt of the object that holds its document. */
  public Line line() {
    return new Line(
        id, guid, outcome, product, revision, problem == null ? List.of() : problem.shown());
  }

  /** The same with a line that says something else now. */
  Receipt with(Line line) {
    var lines = documents.stream().map(old -> old.id().equals(line.id()) ? line : old).toList();
    return new Receipt(
        id,
        version + 1,
        key,
        objectVersion,
        sequencer,
        worst(lines),
        format,
        provider,
        guid,
        product,
        revision,
        receivedAt,
        attempts,
        problem,
        warnings,
        lines,
        container);
  }

  /** The worst outcome of several documents. */
  static Outcome worst(List<Line> lines) {
    return lines.stream()
        .map(Line::outcome)
        .min(Comparator.naturalOrder())
        .orElse(Outcome.REJECTED);
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
        warnings,
        documents,
        container);
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
        warnings,
        documents,
        container);
  }

  /**
   * Why a document was not taken: the problem's type without its path, a sentence, and every fault.
   */
  public record Problem(String type, String detail, List<Fault> faults) {
    public Problem {
      faults = List.copyOf(faults);
    }

    /** Its faults; what has none is one itself. */
    List<Fault> shown() {
      return faults.isEmpty() ? List.of(Fault.at("", detail)) : faults;
    }
  }
}
