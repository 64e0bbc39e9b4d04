package extrablatt.domain.media;

import java.net.URI;
import java.time.Duration;

/** Gives out addresses under which one file can be written, or read, for a while. */
public interface UploadAddresses {
  /** The address to which an announced file is sent by PUT; it holds for that long. */
  URI forWriting(Upload upload, Duration valid);
}
