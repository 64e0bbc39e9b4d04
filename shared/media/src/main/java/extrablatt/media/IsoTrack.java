package extrablatt.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A track of an ISO media file; its size in pixels as it is shown, 0 if it has none. */
record IsoTrack(
    Kind kind,
    int width,
    int height,
    @Nullable Duration duration,
    @Nullable Double frameRate,
    String codec) {
  /** What a track holds; pictures come first. */
  enum Kind {
    PICTURES,
    SOUND,
    OTHER
  }
}
