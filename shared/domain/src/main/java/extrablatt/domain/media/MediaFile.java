package extrablatt.domain.media;

/**
 * A file that anybody may fetch at {@code /media/{id}/{fileName}}; once there it never changes.
 *
 * @param id a ULID of its own for every file that came in; renditions share that of their original
 */
public record MediaFile(String id, String fileName) {
  /** Its address on this site, percent-encoded where a path needs it. */
  public String url() {
    return "/media/" + id + "/" + PathText.encoded(fileName);
  }
}
