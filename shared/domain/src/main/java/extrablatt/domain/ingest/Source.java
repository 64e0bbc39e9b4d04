package extrablatt.domain.ingest;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document and what is known about them from outside: its file name, the content
 * type it was declared with, and its metadata (names in lower case, without S3's prefix).
 */
public record Source(
    byte[] bytes, String fileName, @Nullable String contentType, Map<String, String> metadata) {
  public Source {
    metadata = Map.copyOf(metadata);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Source source
        && Arrays.equals(bytes, source.bytes)
        && fileName.equals(source.fileName)
        && java.util.Objects.equals(contentType, source.contentType)
        && metadata.equals(source.metadata);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
