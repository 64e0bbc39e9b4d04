package extrablatt.local.imports;

import java.io.IOException;

/** A file that is to be imported, by its path below what was named. */
public record Document(String name, Content content) {
  /** Reads the whole file. */
  @FunctionalInterface
  public interface Content {
    /** The bytes; throws if they cannot be read or are more than a drop may have. */
    byte[] read() throws IOException;
  }
}
