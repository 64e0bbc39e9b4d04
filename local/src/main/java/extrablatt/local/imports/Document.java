package extrablatt.local.imports;

import extrablatt.domain.Bytes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is to be imported, by its path below what was named. */
public record Document(String name, Content content) {
  /** Reads the whole file. */
  @FunctionalInterface
  public interface Content {
    /** What is sent; throws if it cannot be read. */
    Payload read() throws IOException;
  }

  /**
   * The bytes that are sent.
   *
   * @param mediaType what they are declared as; absent where the name says it
   */
  public record Payload(Bytes bytes, @Nullable String mediaType) {
    /** A file as it is. */
    public Payload(Bytes bytes) {
      this(bytes, null);
    }
  }
}
