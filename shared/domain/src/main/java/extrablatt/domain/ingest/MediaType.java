package extrablatt.domain.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types, and the endings of names that promise them. */
final class MediaType {
  /** Kinds of content; what a file is called must be of the same kind as what it holds. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("mp4", "MP4"),
          Map.entry("m4v", "MP4"),
          Map.entry("m4a", "MP4"),
          Map.entry("mov", "MP4"),
          Map.entry("video/mp4", "MP4"),
          Map.entry("audio/mp4", "MP4"),
          Map.entry("video/quicktime", "MP4"),
          Map.entry("webm", "Matroska"),
          Map.entry("mkv", "Matroska"),
          Map.entry("mka", "Matroska"),
          Map.entry("video/webm", "Matroska"),
          Map.entry("audio/webm", "Matroska"),
          Map.entry("video/x-matroska", "Matroska"),
          Map.entry("audio/x-matroska", "Matroska"),
          Map.entry("m3u8", "HLS playlist"),
          Map.entry("application/vnd.apple.mpegurl", "HLS playlist"),
          Map.entry("application/x-mpegurl", "HLS playlist"),
          Map.entry("jpg", "JPEG"),
          Map.entry("jpeg", "JPEG"),
          Map.entry("image/jpeg", "JPEG"),
          Map.entry("png", "PNG"),
          Map.entry("image/png", "PNG"),
          Map.entry("webp", "WebP"),
          Map.entry("image/webp", "WebP"),
          Map.entry("avif", "AVIF"),
          Map.entry("image/avif", "AVIF"),
          Map.entry("vtt", "WebVTT"),
          Map.entry("text/vtt", "WebVTT"),
          Map.entry("ttml", "TTML"),
          Map.entry("dfxp", "TTML"),
          Map.entry("xml", "TTML"),
          Map.entry("application/ttml+xml", "TTML"));

  private MediaType() {}

  /** The ending of a path's name, in lower case; empty if it has none. */
  static String ending(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** What an ending or a media type promises; empty if it promises nothing that we know. */
  static Optional<String> kind(String endingOrType) {
    return Optional.ofNullable(KINDS.get(endingOrType.toLowerCase(Locale.ROOT)));
  }
}
