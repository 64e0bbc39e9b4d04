package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.liveblogs.EntrySave;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading one entry in our JSON, or an array of them. */
public sealed interface EntryReading {
  /** One entry. */
  record One(EntrySave save) implements EntryReading {}

  /** Entries in their order, at least one. */
  record Many(List<EntrySave> saves) implements EntryReading {
    public Many {
      saves = List.copyOf(saves);
    }
  }

  /**
   * The body has faults, all of which are named; {@code problem} is {@code malformed} or {@code
   * invalid}. What is wanted of a single entry is there as far as it could be read: a transition
   * that is not allowed weighs more than faults.
   */
  record Refused(String problem, List<Fault> faults, @Nullable EntrySave wanted)
      implements EntryReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
