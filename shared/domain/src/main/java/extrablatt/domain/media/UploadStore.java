package extrablatt.domain.media;

import extrablatt.domain.publishing.KeptAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers announced uploads. */
public interface UploadStore {
  /**
   * Remembers an upload, with the answer to the call that announced it, in one transaction.
   *
   * @return false if the caller's key was taken over by another call; then nothing is written
   */
  boolean announce(Upload upload, @Nullable KeptAnswer answer);

  /** An upload by its id. */
  Optional<Upload> find(String id);
}
