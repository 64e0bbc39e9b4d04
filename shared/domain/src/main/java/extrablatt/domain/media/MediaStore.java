package extrablatt.domain.media;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import java.util.Optional;

/** The files that come in, and those that are handed out. */
public interface MediaStore {
  /**
   * A version of an object that came in: below {@code media/} in the drop bucket, or below {@code
   * uploads/} in the content bucket.
   */
  record Arrival(String key, String version) {
    /** Whether it was uploaded rather than dropped. */
    public boolean isUpload() {
      return key.startsWith("uploads/");
    }
  }

  /** What is known of an arrival before its bytes are read; empty if it is gone. */
  Optional<DropStore.Head> head(Arrival arrival);

  /** Its bytes, fetched part by part; each part is a request. */
  RangedBytes open(Arrival arrival, long size);

  /**
   * Hands an arrival of at most 5 GiB out under a name of its own, as it is; done twice it does no
   * harm.
   */
  void publish(Arrival arrival, MediaFile file, String mediaType);

  /** Hands out a file that was made here. */
  void publish(MediaFile file, Bytes bytes, String mediaType);

  /** Copies an arrival to {@code rejected/} of the drop bucket, its problem document beside it. */
  void reject(Arrival arrival, String receiptId, String fileName, Bytes problem);
}
