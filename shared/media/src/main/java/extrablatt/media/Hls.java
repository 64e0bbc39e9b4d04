package extrablatt.media;

import extrablatt.domain.media.MediaFacts.Playlist;
import extrablatt.domain.media.MediaFacts.Variant;
import extrablatt.domain.media.RangedBytes;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HLS master playlists (RFC 8216, section 4.3.4). */
final class Hls {
  private static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";
  private static final int LARGEST = 1 << 20;
  private static final int MOST_VARIANTS = 40;
  private static final int LONGEST_URL = 2_000;

  private Hls() {}

  static Playlist read(RangedBytes file) {
    var text = Texts.whole(file, LARGEST);
    if (text.contains("#EXTINF"))
      throw Unfit.unsupported(
          "The playlist is one of a single rendition; drop the master playlist, which names all of"
              + " them.");
    var variants = parsed(text).variants().stream().map(Hls::variant).toList();
    if (variants.isEmpty())
      throw Unfit.malformed("The master playlist names no rendition (#EXT-X-STREAM-INF).");
    if (variants.size() > MOST_VARIANTS)
      throw Unfit.malformed("The master playlist names more than %d renditions.", MOST_VARIANTS);
    return new Playlist(MEDIA_TYPE, variants);
  }

  private static MasterPlaylist parsed(String text) {
    try {
      return new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(text);
    } catch (PlaylistParserException broken) {
      throw Unfit.malformed("The master playlist cannot be read: %s", said(broken));
    } catch (RuntimeException broken) {
      // The parser says some faults by whatever exception its numbers and builders throw.
      throw Unfit.malformed("The master playlist cannot be read: %s", said(broken));
    }
  }

  private static String said(Exception broken) {
    var message = broken.getMessage();
    if (message == null) return "it breaks the rules of RFC 8216.";
    var plain = message.replaceAll("[^ -~]", "?");
    return plain.substring(0, Math.min(200, plain.length()));
  }

  private static Variant variant(io.lindstrom.m3u8.model.Variant variant) {
    var url = variant.uri();
    if (url.isBlank() || url.length() > LONGEST_URL || url.contains("\""))
      throw Unfit.malformed("A rendition's URL is empty or too long.");
    var resolution = variant.resolution().orElse(null);
    return new Variant(
        url,
        resolution == null ? null : positive(resolution.width()),
        resolution == null ? null : positive(resolution.height()),
        positive(variant.bandwidth()),
        codecs(variant.codecs()),
        variant.frameRate().filter(rate -> rate > 0 && rate <= 1000).orElse(null));
  }

  private static @Nullable Integer positive(long number) {
    return number > 0 && number <= Integer.MAX_VALUE ? Integer.valueOf((int) number) : null;
  }

  private static @Nullable String codecs(List<String> codecs) {
    var joined = String.join(",", codecs);
    return joined.isEmpty() || joined.length() > 200 ? null : joined;
  }
}
