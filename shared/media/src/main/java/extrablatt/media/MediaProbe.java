package extrablatt.media;

import extrablatt.domain.media.MediaFacts;
import extrablatt.domain.media.Probe;
import extrablatt.domain.media.Probing;
import extrablatt.domain.media.RangedBytes;
import java.util.List;
import java.util.Set;

/** Tells what a file is by its first bytes, and looks into it by the rules of its format. */
public final class MediaProbe implements Probe {
  private static final String TAKEN =
      "Taken are MP4, MOV, M4A, WebM and Matroska, HLS master playlists, WebVTT and TTML, JPEG, PNG,"
          + " WebP and AVIF.";

  /** Boxes that an ISO media file may begin with, where it has no brand. */
  private static final Set<String> FIRST_BOXES =
      Set.of("moov", "mdat", "free", "skip", "wide", "pnot", "styp");

  @Override
  public Probing probe(RangedBytes file, String fileName) {
    try {
      return new Probing.Probed(facts(file), List.of());
    } catch (Unfit unfit) {
      return new Probing.Refused(unfit.problem(), unfit.detail());
    }
  }

  private static MediaFacts facts(RangedBytes file) {
    var window = new Window(file);
    if (window.size() == 0) throw Unfit.malformed("The file is empty.");
    if (window.startsWith(0, 0xff, 0xd8, 0xff)) return Jpeg.read(window).facts();
    if (window.startsWith(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) return Png.read(window);
    if (window.startsWith(0, 'R', 'I', 'F', 'F') && window.startsWith(8, 'W', 'E', 'B', 'P'))
      return WebP.read(window);
    if (window.startsWith(0, 0x1a, 0x45, 0xdf, 0xa3)) return new Matroska(window).read();
    if (window.startsWith(4, 'f', 't', 'y', 'p')) return branded(window);
    if (window.size() >= 8 && FIRST_BOXES.contains(window.name(4)))
      return new IsoMedia(window).read();
    return text(window, file);
  }

  private static MediaFacts branded(Window window) {
    var brand = window.name(8);
    return switch (brand) {
      case "avif", "avis" -> Avif.read(window);
      case "heic", "heix", "hevc", "hevx", "mif1", "msf1", "heim", "heis" ->
          throw Unfit.unsupported("The file is a HEIF picture (%s). %s", brand, TAKEN);
      default -> new IsoMedia(window).read();
    };
  }

  private static MediaFacts text(Window window, RangedBytes file) {
    var start = Texts.start(window);
    if (start.startsWith("#EXTM3U")) return Hls.read(file);
    if (start.startsWith("WEBVTT")) return WebVtt.read(file);
    if (start.startsWith("<?xml") || start.matches("(?s)<([A-Za-z]\\w*:)?tt[\\s>].*"))
      return Ttml.read(file);
    throw Unfit.unsupported("The file is of no format that is taken. %s", TAKEN);
  }
}
