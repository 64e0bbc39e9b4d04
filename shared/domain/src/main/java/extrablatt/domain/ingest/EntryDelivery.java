package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.liveblogs.EntrySave;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry that a provider dropped, or the order to remove one. */
public record EntryDelivery(
    @Nullable String guid, @Nullable Long version, Instruction instruction) {
  /** What shall be done. */
  public sealed interface Instruction {
    /** The entry shall say this. */
    record Save(EntrySave save) implements Instruction {}

    /** The entry shall go. */
    record Kill(String reason) implements Instruction {}
  }

  /** Reads documents that were dropped; never throws for bad input. */
  @FunctionalInterface
  public interface Reader {
    /** What a document says. */
    Reading read(Bytes document);
  }

  /** What came of reading a dropped document. */
  public sealed interface Reading {
    /** What it says. */
    record Understood(EntryDelivery delivery) implements Reading {}

    /**
     * It has faults, all of which are named; {@code problem} is {@code malformed} or {@code
     * invalid}.
     */
    record Refused(String problem, List<Fault> faults) implements Reading {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }
}
