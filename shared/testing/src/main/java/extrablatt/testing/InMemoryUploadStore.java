package extrablatt.testing;

import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.KeptAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Announced uploads in memory. */
public final class InMemoryUploadStore implements UploadStore {
  private final Object lock;
  private final InMemoryIdempotencyStore idempotency;
  private final Map<String, Upload> uploads = new HashMap<>();

  InMemoryUploadStore(Object lock, InMemoryIdempotencyStore idempotency) {
    this.lock = lock;
    this.idempotency = idempotency;
  }

  @Override
  public boolean announce(Upload upload, @Nullable KeptAnswer answer) {
    synchronized (lock) {
      if (answer != null && !idempotency.isInHandsOf(answer.key(), answer.token())) return false;
      uploads.put(upload.id(), upload);
      if (answer != null) idempotency.write(answer);
      return true;
    }
  }

  @Override
  public Optional<Upload> find(String id) {
    synchronized (lock) {
      return Optional.ofNullable(uploads.get(id));
    }
  }
}
