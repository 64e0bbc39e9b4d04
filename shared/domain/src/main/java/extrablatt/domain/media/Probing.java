package extrablatt.domain.media;

import java.util.List;

/** What came of looking into a media file. */
public sealed interface Probing {
  /**
   * It is sound, as far as was looked.
   *
   * @param warnings what is odd about it
   */
  record Probed(MediaFacts facts, List<String> warnings) implements Probing {
    public Probed {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It cannot be taken.
   *
   * @param problem the problem's type without its path: {@code malformed} for a broken file, {@code
   *     unsupported-type} for one that we do not take, {@code too-large}
   * @param detail what is wrong, where, and what would cure it
   */
  record Refused(String problem, String detail) implements Probing {}
}
