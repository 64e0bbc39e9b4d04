package extrablatt.domain.ingest;

import extrablatt.domain.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document and what is known about them from outside: its file name, the content
 * type it was declared with, and its metadata (names in lower case, without S3's prefix).
 */
public record Source(
    Bytes bytes, String fileName, @Nullable String contentType, Map<String, String> metadata) {
  public Source {
    metadata = Map.copyOf(metadata);
  }

  /** What holds for each of several documents in it: not which document it is. */
  public Source forMembers() {
    var shared = new HashMap<>(metadata);
    shared.keySet().removeAll(Set.of("guid", "version"));
    return new Source(bytes, fileName, contentType, shared);
  }
}
