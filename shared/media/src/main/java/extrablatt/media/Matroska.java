package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Film;
import extrablatt.media.Ebml.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** WebM and Matroska (RFC 9559): the parts of a segment that describe it. */
final class Matroska {
  private static final long SEGMENT = 0x18538067L;
  private static final long SEEK_HEAD = 0x114D9B74L;
  private static final long INFO = 0x1549A966L;
  private static final long TRACKS = 0x1654AE6BL;
  private static final long CLUSTER = 0x1F43B675L;
  private static final long NANOSECONDS = 1_000_000_000L;

  /** Nanoseconds from 2001, from which these files count. */
  private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

  private final Window file;
  private final Ebml ebml;

  Matroska(Window file) {
    this.file = file;
    this.ebml = new Ebml(file);
  }

  Film read() {
    var header = ebml.at(0, file.size());
    var kind = ebml.child(header, 0x4282).map(ebml::text).orElse("matroska");
    if (!kind.equals("webm") && !kind.equals("matroska"))
      throw Unfit.unsupported("The file is neither WebM nor Matroska.");
    if (header.end() >= file.size())
      throw Unfit.malformed("The film is cut off: nothing follows its header.");
    var segment = ebml.at(header.end(), file.size());
    if (segment.id() != SEGMENT) throw Unfit.malformed("The film has no segment.");
    var info = part(segment, INFO);
    var tracks =
        part(segment, TRACKS)
            .orElseThrow(() -> Unfit.malformed("The film does not describe its tracks."));
    return film(kind, info.orElse(null), tracks(tracks));
  }

  /** A part before the first cluster, or else where the segment's index says it is. */
  private Optional<Element> part(Element segment, long id) {
    long at = segment.body();
    Element index = null;
    while (at + 2 <= segment.end()) {
      var element = ebml.at(at, segment.end());
      if (element.id() == id) return Optional.of(element);
      if (element.id() == SEEK_HEAD) index = element;
      if (element.id() == CLUSTER) break;
      at = element.end();
    }
    return index == null ? Optional.empty() : indexed(segment, index, id);
  }

  private Optional<Element> indexed(Element segment, Element index, long id) {
    for (var seek : ebml.children(index)) {
      if (seek.id() != 0x4DBB) continue;
      var wanted = ebml.child(seek, 0x53AB).map(ebml::number).orElse(0L);
      var position = ebml.child(seek, 0x53AC).map(ebml::number).orElse(-1L);
      if (wanted != id || position < 0 || position > segment.end() - segment.body() - 2) continue;
      var element = ebml.at(segment.body() + position, segment.end());
      if (element.id() == id) return Optional.of(element);
    }
    return Optional.empty();
  }

  private List<MatroskaTrack> tracks(Element tracks) {
    var all = new ArrayList<MatroskaTrack>();
    for (var entry : ebml.children(tracks)) {
      if (entry.id() == 0xAE) all.add(MatroskaTrack.read(ebml, entry));
    }
    if (all.stream().noneMatch(track -> track.isPicture() || track.isSound()))
      throw Unfit.malformed("The file holds neither pictures nor sound.");
    return all;
  }

  private Film film(String kind, @Nullable Element info, List<MatroskaTrack> tracks) {
    var pictures = tracks.stream().filter(MatroskaTrack::isPicture).findFirst().orElse(null);
    var duration = info == null ? null : duration(info);
    var codecs =
        tracks.stream()
            .filter(track -> track.isPicture() || track.isSound())
            .sorted((one, other) -> Boolean.compare(other.isPicture(), one.isPicture()))
            .map(MatroskaTrack::codec)
            .distinct()
            .collect(Collectors.joining(","));
    return new Film(
        mediaType(kind, pictures != null),
        duration,
        pictures == null ? null : pictures.width(),
        pictures == null ? null : pictures.height(),
        codecs,
        Bitrates.of(file.size(), duration),
        pictures == null ? null : pictures.frameRate(),
        tracks.stream().anyMatch(MatroskaTrack::isSound),
        info == null ? null : createdAt(info));
  }

  private static String mediaType(String kind, boolean hasPictures) {
    var format = kind.equals("webm") ? "webm" : "x-matroska";
    return (hasPictures ? "video/" : "audio/") + format;
  }

  private @Nullable Duration duration(Element info) {
    var scale = ebml.child(info, 0x2AD7B1).map(ebml::number).orElse(1_000_000L);
    var ticks = ebml.child(info, 0x4489).map(ebml::real).orElse(0.0);
    double nanoseconds = ticks * scale;
    if (!(nanoseconds > 0) || nanoseconds > Long.MAX_VALUE / 2.0) return null;
    return Ticks.duration((long) nanoseconds, NANOSECONDS);
  }

  private @Nullable Instant createdAt(Element info) {
    return ebml.child(info, 0x4461)
        .filter(date -> date.length() == 8)
        .map(date -> EPOCH.plusNanos(ebml.signed(date)))
        .orElse(null);
  }
}
