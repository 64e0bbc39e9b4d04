package extrablatt.domain.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a media file says of itself. */
public sealed interface MediaFacts {
  /** Its media type, as the content says, whatever its name or its sender claims. */
  String mediaType();

  /**
   * A film or a sound recording.
   *
   * @param width of the picture as it is shown (pixel aspect and rotation applied), in pixels;
   *     absent where there is none
   * @param codecs of all tracks, video first, as in RFC 6381, parted by commas
   * @param bitrate of the whole file, in bits a second
   * @param frameRate in frames a second
   * @param createdAt as the file says; absent where it says nothing or nonsense
   */
  record Film(
      String mediaType,
      @Nullable Duration duration,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable String codecs,
      @Nullable Integer bitrate,
      @Nullable Double frameRate,
      boolean hasAudio,
      @Nullable Instant createdAt)
      implements MediaFacts {}

  /** An HLS master playlist (RFC 8216). */
  record Playlist(String mediaType, List<Variant> variants) implements MediaFacts {
    public Playlist {
      variants = List.copyOf(variants);
    }
  }

  /**
   * One rendition of a playlist.
   *
   * @param url as the playlist names it, perhaps relative
   * @param bitrate at most, in bits a second
   * @param codecs as in RFC 6381
   */
  record Variant(
      String url,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Integer bitrate,
      @Nullable String codecs,
      @Nullable Double frameRate) {}

  /** A picture; its size in pixels as it is seen upright. */
  record Picture(String mediaType, int width, int height) implements MediaFacts {}

  /**
   * Subtitles.
   *
   * @param language as the file says (BCP 47); absent where it says nothing
   * @param cues how many of them there are
   */
  record Subtitles(String mediaType, @Nullable String language, int cues) implements MediaFacts {}
}
