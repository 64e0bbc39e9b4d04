package extrablatt.storage;

import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Presigned addresses of the content bucket, for files to come. */
record S3UploadAddresses(Supplier<PresigningConnection> connection, String bucket)
    implements UploadAddresses {
  @Override
  public URI forWriting(Upload upload, Duration valid) {
    return connection.get().put(bucket, upload.key(), valid);
  }
}
