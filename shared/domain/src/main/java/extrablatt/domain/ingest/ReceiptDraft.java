package extrablatt.domain.ingest;

import extrablatt.domain.publishing.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt while its document is being worked on. */
final class ReceiptDraft {
  private final Dropped dropped;
  private final int attempts;
  private final @Nullable Receipt known;
  private final @Nullable String container;
  private final String id;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable String format;
  private @Nullable String provider;
  private @Nullable String guid;

  ReceiptDraft(Dropped dropped, int deliveries, @Nullable Receipt known) {
    this(dropped, deliveries, known, dropped.receiptId(), null);
  }

  private ReceiptDraft(
      Dropped dropped,
      int deliveries,
      @Nullable Receipt known,
      String id,
      @Nullable String container) {
    this.dropped = dropped;
    this.known = known;
    this.id = id;
    this.container = container;
    this.attempts = known == null ? deliveries : Math.max(deliveries, known.attempts() + 1);
    if (known != null) {
      format = known.format();
      provider = known.provider();
      guid = known.guid();
    }
  }

  String id() {
    return id;
  }

  /** The receipt that the newsroom knows: that of the whole object. */
  String publicId() {
    return container == null ? id : container;
  }

  /** The draft of the receipt of one of several documents in the object. */
  ReceiptDraft member(int number, @Nullable Receipt knownMember) {
    var member = new ReceiptDraft(dropped, attempts, knownMember, dropped.memberId(number), id);
    if (provider != null) member.from(provider);
    return member;
  }

  Dropped dropped() {
    return dropped;
  }

  @Nullable Receipt known() {
    return known;
  }

  ReceiptDraft from(String newProvider) {
    provider = newProvider;
    return this;
  }

  ReceiptDraft in(String newFormat) {
    format = newFormat;
    return this;
  }

  ReceiptDraft of(String newGuid, List<String> readingWarnings) {
    guid = newGuid;
    warnings.clear();
    warnings.addAll(readingWarnings);
    return this;
  }

  /** Where the document comes from, as its newsroom form will show it. */
  Origin origin(String from, String name, Reading.Understood understood) {
    var document = understood.document();
    return new Origin(
        from, name, document.version(), understood.format(), publicId(), document.extra());
  }

  void warn(String warning) {
    if (!warnings.contains(warning)) warnings.add(warning);
  }

  ReceiptChange outcome(Outcome outcome, @Nullable Product product, @Nullable Integer revision) {
    return change(outcome, product, revision, null);
  }

  ReceiptChange refusal(Outcome outcome, Receipt.Problem problem) {
    return refusal(outcome, problem, null);
  }

  ReceiptChange refusal(Outcome outcome, Receipt.Problem problem, @Nullable Product product) {
    return change(outcome, product, null, problem);
  }

  /** The receipt of an object that holds several documents. */
  ReceiptChange whole(List<Receipt.Line> lines, Receipt.@Nullable Problem problem) {
    return change(Receipt.worst(lines), null, null, problem, lines);
  }

  private ReceiptChange change(
      Outcome outcome,
      @Nullable Product product,
      @Nullable Integer revision,
      Receipt.@Nullable Problem problem) {
    return change(outcome, product, revision, problem, List.of());
  }

  private ReceiptChange change(
      Outcome outcome,
      @Nullable Product product,
      @Nullable Integer revision,
      Receipt.@Nullable Problem problem,
      List<Receipt.Line> lines) {
    return new ReceiptChange(
        known,
        new Receipt(
            id(),
            known == null ? 1 : known.version() + 1,
            dropped.key(),
            dropped.version(),
            dropped.sequencer(),
            outcome,
            format,
            provider,
            guid,
            product,
            revision,
            dropped.receivedAt(),
            attempts,
            problem,
            warnings,
            lines,
            container));
  }
}
