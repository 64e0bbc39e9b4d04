package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import java.time.Instant;

/** One save: immutable, numbered from one without gaps. */
public record Revision(
    int number, Instant savedAt, String savedBy, String headline, Bytes content) {
  /** What the list of revisions shows of it. */
  public record Line(int number, Instant savedAt, String savedBy, String headline) {}
}
