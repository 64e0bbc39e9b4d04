package extrablatt.domain.media;

import extrablatt.domain.TeaserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody has announced; it comes to {@code uploads/{id}/{fileName}} of the content
 * bucket.
 *
 * @param id a ULID
 * @param contentType as announced; the content decides
 * @param size in bytes, as announced
 * @param teaser absent for an image alone
 * @param language of subtitles (BCP 47)
 * @param announcedBy the caller's name
 */
public record Upload(
    String id,
    UploadKind kind,
    String fileName,
    String contentType,
    long size,
    @Nullable TeaserId teaser,
    @Nullable String language,
    String announcedBy,
    Instant announcedAt) {
  /** The key under which it comes to the content bucket. */
  public String key() {
    return "uploads/" + id + "/" + fileName;
  }

  /** Where it will be fetched, once it is checked. */
  public MediaFile file() {
    return new MediaFile(id, fileName);
  }
}
