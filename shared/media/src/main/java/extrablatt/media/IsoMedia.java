package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Film;
import extrablatt.media.Boxes.Box;
import extrablatt.media.IsoTrack.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * MP4, MOV and M4A (ISO/IEC 14496-12, QuickTime File Format). Only the description of the film is
 * read, wherever it stands; the film itself and its sample tables are stepped over.
 */
final class IsoMedia {
  /** Seconds from 1904, from which these files count, to 1970. */
  private static final long EPOCH = 2_082_844_800L;

  private static final Instant FIRST_DIGITAL_FILM = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:00Z");
  private static final Set<String> QUICKTIME = Set.of("qt  ");
  private static final Set<String> SOUND = Set.of("M4A ", "M4B ", "M4P ");

  private final Window file;
  private final Boxes boxes;

  IsoMedia(Window file) {
    this.file = file;
    this.boxes = new Boxes(file);
  }

  Film read() {
    var top = boxes.between(0, file.size());
    var movie =
        top.stream()
            .filter(box -> box.type().equals("moov"))
            .findFirst()
            .orElseThrow(() ->
                Unfit.malformed(
                    "The film lacks its description (the box 'moov'); it was probably cut off, or"
                        + " never finished. Record or export it anew."));
    var parts = boxes.between(movie.body(), movie.end());
    var tracks = new ArrayList<IsoTrack>();
    for (var part : parts) {
      if (part.type().equals("trak")) tracks.add(new IsoTrackReader(file, boxes).read(part));
    }
    if (tracks.stream().noneMatch(track -> track.kind() != Kind.OTHER))
      throw Unfit.malformed("The file holds neither pictures nor sound.");
    return film(top, header(parts), parts, tracks);
  }

  private static Box header(List<Box> parts) {
    return parts.stream()
        .filter(box -> box.type().equals("mvhd"))
        .findFirst()
        .orElseThrow(() -> Unfit.malformed("The film's description lacks its header ('mvhd')."));
  }

  private Film film(List<Box> top, Box header, List<Box> parts, List<IsoTrack> tracks) {
    var pictures = tracks.stream().filter(track -> track.kind() == Kind.PICTURES).findFirst();
    var hasAudio = tracks.stream().anyMatch(track -> track.kind() == Kind.SOUND);
    var duration = duration(top, header, parts, tracks);
    return new Film(
        mediaType(top, pictures.isPresent()),
        duration,
        pictures.map(IsoTrack::width).filter(width -> width > 0).orElse(null),
        pictures.map(IsoTrack::height).filter(height -> height > 0).orElse(null),
        codecs(tracks),
        Bitrates.of(file.size(), duration),
        pictures.map(IsoTrack::frameRate).orElse(null),
        hasAudio,
        createdAt(header));
  }

  private String mediaType(List<Box> top, boolean hasPictures) {
    var brand =
        top.getFirst().type().equals("ftyp") && top.getFirst().length() >= 4
            ? file.name(top.getFirst().body())
            : "qt  ";
    if (!hasPictures && (SOUND.contains(brand) || !QUICKTIME.contains(brand))) return "audio/mp4";
    return QUICKTIME.contains(brand) ? "video/quicktime" : "video/mp4";
  }

  private static @Nullable String codecs(List<IsoTrack> tracks) {
    var codecs =
        tracks.stream()
            .filter(track -> track.kind() != Kind.OTHER)
            .sorted(Comparator.comparing(IsoTrack::kind))
            .map(IsoTrack::codec)
            .distinct()
            .collect(Collectors.joining(","));
    return codecs.isEmpty() ? null : codecs;
  }

  private @Nullable Duration duration(
      List<Box> top, Box header, List<Box> parts, List<IsoTrack> tracks) {
    int version = file.u8(header.body());
    long scale = file.u32(header.body() + (version == 1 ? 20 : 12));
    var own = ticks(header.body() + (version == 1 ? 24 : 16), version, scale);
    if (own != null) return own;
    var longest =
        tracks.stream()
            .map(IsoTrack::duration)
            .filter(duration -> duration != null && !duration.isZero())
            .max(Comparator.naturalOrder());
    if (longest.isPresent()) return longest.get();
    var promised = ofFragments(parts, scale);
    return promised == null ? ofIndex(top) : promised;
  }

  /** What a film in fragments says that they come to. */
  private @Nullable Duration ofFragments(List<Box> parts, long scale) {
    for (var part : parts) {
      if (!part.type().equals("mvex")) continue;
      var header = boxes.child(part, "mehd");
      if (header.isEmpty()) return null;
      int version = file.u8(header.get().body());
      return ticks(header.get().body() + 4, version, scale);
    }
    return null;
  }

  /** What an index of segments comes to. */
  private @Nullable Duration ofIndex(List<Box> top) {
    for (var box : top) {
      if (!box.type().equals("sidx")) continue;
      int version = file.u8(box.body());
      long scale = file.u32(box.body() + 8);
      long at = box.body() + (version == 0 ? 20 : 28);
      int count = file.u16(at + 2);
      long total = 0;
      for (int i = 0; i < count; i++) total += file.u32(at + 8 + 12L * i);
      return Ticks.duration(total, scale);
    }
    return null;
  }

  private @Nullable Duration ticks(long at, int version, long scale) {
    if (version == 1) return Ticks.duration(file.u63OrUnknown(at), scale);
    long ticks = file.u32(at);
    return ticks == 0xffff_ffffL ? null : Ticks.duration(ticks, scale);
  }

  /** Absent where it is zero or nonsense, as it is in many files. */
  private @Nullable Instant createdAt(Box header) {
    int version = file.u8(header.body());
    long seconds =
        version == 1 ? file.u63OrUnknown(header.body() + 4) : file.u32(header.body() + 4);
    if (seconds <= EPOCH || seconds - EPOCH > TOO_LATE.getEpochSecond()) return null;
    var created = Instant.ofEpochSecond(seconds - EPOCH);
    return created.isBefore(FIRST_DIGITAL_FILM) ? null : created;
  }
}
