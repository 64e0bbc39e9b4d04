package extrablatt.media;

import extrablatt.media.Ebml.Element;
import org.jspecify.annotations.Nullable;

/** A track of a Matroska file; its size in pixels as it is shown. */
record MatroskaTrack(
    long type,
    String codec,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double frameRate) {
  private static final long PICTURES = 1;
  private static final long SOUND = 2;
  private static final long LARGEST_SIDE = 1 << 16;
  private static final int LONGEST_DESCRIPTION = 1 << 10;
  private static final int MOST_FRAMES_A_SECOND = 1000;

  boolean isPicture() {
    return type == PICTURES;
  }

  boolean isSound() {
    return type == SOUND;
  }

  static MatroskaTrack read(Ebml ebml, Element entry) {
    long type = ebml.child(entry, 0x83).map(ebml::number).orElse(0L);
    var codec = ebml.child(entry, 0x86).map(ebml::text).orElse("");
    var description =
        ebml.child(entry, 0x63A2)
            .map(element -> ebml.bytes(element, LONGEST_DESCRIPTION))
            .orElse(new byte[0]);
    var video = ebml.child(entry, 0xE0).orElse(null);
    return new MatroskaTrack(
        type,
        codec(codec, description),
        video == null ? null : side(ebml, video, 0x54B0, 0xB0),
        video == null ? null : side(ebml, video, 0x54BA, 0xBA),
        frameRate(ebml, entry));
  }

  private static @Nullable Integer side(Ebml ebml, Element video, long shown, long encoded) {
    long side =
        ebml.child(video, shown).or(() -> ebml.child(video, encoded)).map(ebml::number).orElse(0L);
    return side > 0 && side < LARGEST_SIDE ? Integer.valueOf((int) side) : null;
  }

  private static @Nullable Double frameRate(Ebml ebml, Element entry) {
    long nanoseconds = ebml.child(entry, 0x23E383).map(ebml::number).orElse(0L);
    if (nanoseconds < 1_000_000_000L / MOST_FRAMES_A_SECOND) return null;
    double rate = Math.round(1e12 / nanoseconds) / 1000.0;
    return rate > 0 ? Double.valueOf(rate) : null;
  }

  private static String codec(String id, byte[] description) {
    return switch (id) {
      case "V_VP8" -> "vp8";
      case "V_VP9" -> "vp9";
      case "V_AV1" -> CodecNames.av1(description);
      case "V_MPEG4/ISO/AVC" -> CodecNames.avc("avc1", description);
      case "V_MPEGH/ISO/HEVC" -> CodecNames.hevc("hvc1", description);
      case "A_OPUS" -> "opus";
      case "A_VORBIS" -> "vorbis";
      case "A_FLAC" -> "flac";
      case "A_AC3" -> "ac-3";
      case "A_EAC3" -> "ec-3";
      case "A_AAC" ->
          description.length == 0
              ? "mp4a.40.2"
              : "mp4a.40." + CodecNames.objectType(description, 0);
      default -> plain(id);
    };
  }

  private static String plain(String id) {
    if (id.isEmpty() || !id.chars().allMatch(c -> c > ' ' && c < 127))
      throw Unfit.malformed("A track names no codec that can be named.");
    return id;
  }
}
