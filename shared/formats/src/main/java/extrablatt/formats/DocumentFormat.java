package extrablatt.formats;

import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.util.Set;

/** One document format that we take in. */
public interface DocumentFormat {
  /** The name that receipts and checks show, such as {@code page-text}. */
  String name();

  /** The media types that name it, in lower case, without parameters. */
  Set<String> mediaTypes();

  /** The file name extensions that name it, in lower case, without the dot. */
  Set<String> extensions();

  /** Whether the bytes look like this format. */
  boolean looksLike(byte[] bytes);

  /** Reads the document; never throws for bad input, however hostile. */
  Reading read(Source source);
}
