package extrablatt.domain.media;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Knows where the public fetches media files. */
public interface MediaAddresses {
  /**
   * The address at which a file is read; it holds for that long. Empty if there is no such file.
   */
  Optional<URI> forReading(MediaFile file, Duration valid);
}
