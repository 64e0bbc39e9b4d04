package extrablatt.storage;

import extrablatt.domain.media.MediaAddresses;
import extrablatt.domain.media.MediaFile;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Presigned addresses of the files in the content bucket. */
record S3MediaAddresses(
    Supplier<ObjectStore> content, Supplier<PresigningConnection> connection, String bucket)
    implements MediaAddresses {
  @Override
  public Optional<URI> forReading(MediaFile file, Duration valid) {
    var key = ObjectKeys.media(file);
    return content.get().has(key)
        ? Optional.of(connection.get().get(bucket, key, valid))
        : Optional.empty();
  }
}
