package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.videos.TeaserContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a film in a file of its own, or the order to withdraw the teaser.
 *
 * @param publishAt when the teaser shall be public; without it nothing is published
 */
public record TeaserDelivery(
    @Nullable String guid,
    @Nullable Long version,
    @Nullable Instant publishAt,
    Instruction instruction) {
  /** What shall be done. */
  public sealed interface Instruction {
    /** The teaser shall say this; whatever it leaves out, other files may tell. */
    record Save(TeaserContent content) implements Instruction {}

    /** The teaser shall be withdrawn. */
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
    record Understood(TeaserDelivery delivery) implements Reading {}

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
