package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.videos.TeaserContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a video teaser in our JSON. */
public sealed interface TeaserReading {
  /** The teaser, and when it shall be published if the body says so. */
  record Read(TeaserContent content, @Nullable Instant publishAt) implements TeaserReading {}

  /**
   * The body has faults, all of which are named; {@code problem} is {@code malformed} or {@code
   * invalid}.
   */
  record Refused(String problem, List<Fault> faults) implements TeaserReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
