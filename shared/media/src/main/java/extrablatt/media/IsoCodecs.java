package extrablatt.media;

import extrablatt.media.Boxes.Box;
import extrablatt.media.IsoTrack.Kind;
import java.util.List;
import java.util.Optional;

/** How a track is encoded, as RFC 6381 and the formats' own registrations write it. */
final class IsoCodecs {
  private static final int LONGEST_DESCRIPTION = 1 << 10;

  private final Window file;
  private final Boxes boxes;

  IsoCodecs(Window file, Boxes boxes) {
    this.file = file;
    this.boxes = boxes;
  }

  String of(Box entry, Kind kind) {
    var type = entry.type().strip();
    if (!Boxes.shown(type).startsWith("'"))
      throw Unfit.malformed("A track names no codec that can be named.");
    return switch (type) {
      case "avc1", "avc2", "avc3" -> described(entry, kind, "avcC", "avc", type);
      case "hvc1", "hev1" -> described(entry, kind, "hvcC", "hevc", type);
      case "av01" -> described(entry, kind, "av1C", "av1", type);
      case "vp08", "vp09" -> described(entry, kind, "vpcC", "vp", type);
      case "mp4a" -> sound(entry, kind);
      case "Opus" -> "opus";
      case "fLaC" -> "flac";
      default -> type;
    };
  }

  private String described(Box entry, Kind kind, String box, String family, String type) {
    var description = child(entry, kind, box);
    if (description.isEmpty()) return type;
    var body = description.get();
    var bytes = file.bytes(body.body(), (int) Math.min(body.length(), LONGEST_DESCRIPTION));
    return switch (family) {
      case "avc" -> CodecNames.avc(type, bytes);
      case "hevc" -> CodecNames.hevc(type, bytes);
      case "av1" -> CodecNames.av1(bytes);
      default -> CodecNames.vp(type, bytes);
    };
  }

  private String sound(Box entry, Kind kind) {
    var direct = child(entry, kind, "esds");
    var description =
        direct.isPresent()
            ? direct
            : child(entry, kind, "wave").flatMap(wave -> boxes.child(wave, "esds"));
    if (description.isEmpty()) return "mp4a";
    var box = description.get();
    return CodecNames.mp4a(
        file.bytes(box.body(), (int) Math.min(box.length(), LONGEST_DESCRIPTION)));
  }

  private Optional<Box> child(Box entry, Kind kind, String type) {
    long from = entry.body() + (kind == Kind.PICTURES ? 78 : soundHeader(entry));
    if (from > entry.end()) return Optional.empty();
    List<Box> children = boxes.between(from, entry.end());
    return children.stream().filter(box -> box.type().equals(type)).findFirst();
  }

  /** QuickTime has longer headers of sound, by their version. */
  private int soundHeader(Box entry) {
    if (entry.length() < 28) return 28;
    return switch (file.u16(entry.body() + 8)) {
      case 1 -> 28 + 16;
      case 2 -> 28 + 36;
      default -> 28;
    };
  }
}
