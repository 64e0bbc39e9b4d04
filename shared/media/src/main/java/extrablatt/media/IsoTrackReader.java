package extrablatt.media;

import extrablatt.media.Boxes.Box;
import extrablatt.media.IsoTrack.Kind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the description of one track. */
final class IsoTrackReader {
  private static final int LARGEST_SIDE = 1 << 16;
  private static final int MOST_FRAMES_A_SECOND = 1000;

  private final Window file;
  private final Boxes boxes;

  IsoTrackReader(Window file, Boxes boxes) {
    this.file = file;
    this.boxes = boxes;
  }

  private record Size(int width, int height) {
    static final Size NONE = new Size(0, 0);
  }

  IsoTrack read(Box track) {
    var media = required(track, "mdia");
    var header = required(media, "mdhd");
    var kind = kind(required(media, "hdlr"));
    var duration = duration(header);
    if (kind == Kind.OTHER) return new IsoTrack(kind, 0, 0, duration, null, "");
    var table = required(required(media, "minf"), "stbl");
    var entry = entry(required(table, "stsd"));
    var size = kind == Kind.PICTURES ? size(track, entry) : Size.NONE;
    return new IsoTrack(
        kind,
        size.width(),
        size.height(),
        duration,
        kind == Kind.PICTURES ? frameRate(table, duration) : null,
        new IsoCodecs(file, boxes).of(entry, kind));
  }

  private Box required(Box parent, String type) {
    return boxes
        .child(parent, type)
        .orElseThrow(() ->
            Unfit.malformed(
                "The box '%s' at byte %d lacks its box '%s'.",
                parent.type(), parent.start(), type));
  }

  private Kind kind(Box handler) {
    return switch (file.name(handler.body() + 8)) {
      case "vide" -> Kind.PICTURES;
      case "soun" -> Kind.SOUND;
      default -> Kind.OTHER;
    };
  }

  private @Nullable Duration duration(Box header) {
    if (file.u8(header.body()) == 1)
      return Ticks.duration(file.u63OrUnknown(header.body() + 24), file.u32(header.body() + 20));
    long ticks = file.u32(header.body() + 16);
    return ticks == 0xffff_ffffL ? null : Ticks.duration(ticks, file.u32(header.body() + 12));
  }

  private Box entry(Box descriptions) {
    return boxes.between(descriptions.body() + 8, descriptions.end()).stream()
        .findFirst()
        .orElseThrow(() -> Unfit.malformed("A track does not say how it is encoded."));
  }

  /** What the track's header says, turned as it says; else what the encoded pictures have. */
  private Size size(Box track, Box entry) {
    var header = boxes.child(track, "tkhd");
    var shown = header.map(this::shownSize).orElse(Size.NONE);
    if (shown.width() > 0 && shown.height() > 0) return shown;
    if (entry.length() < 28) return Size.NONE;
    return new Size(file.u16(entry.body() + 24), file.u16(entry.body() + 26));
  }

  private Size shownSize(Box header) {
    long matrix = header.body() + (file.u8(header.body()) == 1 ? 52 : 40);
    int width = side(matrix + 36);
    int height = side(matrix + 40);
    boolean turned = file.s32(matrix) == 0 && file.s32(matrix + 4) != 0;
    return turned ? new Size(height, width) : new Size(width, height);
  }

  /** Fixed-point; whatever no screen has counts as nothing. */
  private int side(long at) {
    long pixels = Math.round(file.u32(at) / 65536.0);
    return pixels < LARGEST_SIDE ? (int) pixels : 0;
  }

  private @Nullable Double frameRate(Box table, @Nullable Duration duration) {
    Optional<Box> sizes = boxes.child(table, "stsz");
    if (sizes.isEmpty()) sizes = boxes.child(table, "stz2");
    if (sizes.isEmpty() || duration == null) return null;
    long frames = file.u32(sizes.get().body() + 8);
    double rate = frames * 1000.0 / duration.toMillis();
    if (frames < 2 || rate > MOST_FRAMES_A_SECOND) return null;
    return Math.round(rate * 1000) / 1000.0;
  }
}
