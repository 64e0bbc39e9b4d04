package extrablatt.local.s3;

/**
 * A bucket that is there from the start.
 *
 * @param openToUnsignedWrites whether anybody may read and write it without a signature
 * @param versioned whether each written object's bytes stay readable by their version, and
 *     listeners hear of it
 */
public record Bucket(String name, boolean openToUnsignedWrites, boolean versioned) {
  /** A bucket without versions that asks every caller for a signature. */
  public static Bucket closed(String name) {
    return new Bucket(name, false, false);
  }

  /** A bucket with versions and events that takes files from anybody. */
  public static Bucket drop(String name) {
    return new Bucket(name, true, true);
  }
}
