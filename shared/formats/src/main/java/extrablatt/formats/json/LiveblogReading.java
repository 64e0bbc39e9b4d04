package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.liveblogs.LiveblogStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a liveblog in our JSON. */
public sealed interface LiveblogReading {
  /** The liveblog, and what it shall be doing once it is created. */
  record Read(LiveblogContent content, LiveblogStatus status) implements LiveblogReading {}

  /**
   * The body has faults, all of which are named; {@code problem} is {@code malformed} or {@code
   * invalid}. The slug that the body gives is named too: a taken one weighs more than faults.
   */
  record Refused(String problem, List<Fault> faults, @Nullable Slug slug)
      implements LiveblogReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
