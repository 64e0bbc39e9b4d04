package extrablatt.domain.media;

import extrablatt.domain.Bytes;

/** The bytes of a stored file, of which each reading fetches only a part. */
public interface RangedBytes {
  /** The whole length in bytes. */
  long size();

  /**
   * The bytes from an offset on: {@code length} of them, or as many as there are before the end.
   *
   * @throws extrablatt.domain.PublishingException.Busy if the store does not answer
   */
  Bytes read(long offset, int length);
}
