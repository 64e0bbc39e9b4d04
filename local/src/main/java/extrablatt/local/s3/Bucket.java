package extrablatt.local.s3;

import java.util.List;

/**
 * A bucket that is there from the start.
 *
 * @param openToUnsignedWrites whether anybody may read and write it without a signature
 * @param versionedBelow beginnings of the keys whose objects' bytes stay readable by their version,
 *     and of which listeners hear
 */
public record Bucket(String name, boolean openToUnsignedWrites, List<String> versionedBelow) {
  public Bucket {
    versionedBelow = List.copyOf(versionedBelow);
  }

  /** A bucket without versions that asks every caller for a signature. */
  public static Bucket closed(String name) {
    return new Bucket(name, false, List.of());
  }

  /** The same, with versions and events below some prefixes. */
  public static Bucket closedButHeard(String name, List<String> prefixes) {
    return new Bucket(name, false, prefixes);
  }

  /** A bucket with versions and events that takes files from anybody. */
  public static Bucket drop(String name) {
    return new Bucket(name, true, List.of(""));
  }

  /** Whether any of its objects have versions. */
  boolean isVersioned() {
    return !versionedBelow.isEmpty();
  }
}
