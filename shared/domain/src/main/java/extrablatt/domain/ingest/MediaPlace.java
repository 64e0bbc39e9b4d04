package extrablatt.domain.ingest;

import extrablatt.domain.Inspection;
import extrablatt.domain.media.MediaName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the key of a media file says. */
sealed interface MediaPlace {
  /**
   * It was dropped.
   *
   * @param language that stands before the ending of subtitles
   */
  record Dropped(MediaName name, String ending, @Nullable String language) implements MediaPlace {
    boolean isMetadata() {
      return ending.equals("json");
    }
  }

  /** It was announced and uploaded. */
  record Uploaded(String id) implements MediaPlace {}

  /** Empty if the key stands outside the prefixes for media. */
  static Optional<MediaPlace> of(String key) {
    var uploaded = Keys.UPLOADED.matcher(key);
    if (uploaded.matches()) return Optional.of(new Uploaded(uploaded.group(1)));
    var dropped = Keys.DROPPED.matcher(key);
    if (!dropped.matches()) return Optional.empty();
    return Optional.of(Keys.dropped(dropped.group(1), dropped.group(2)));
  }

  /** How keys are taken apart. */
  final class Keys {
    private static final Pattern UPLOADED = Pattern.compile("uploads/([^/]+)/[^/]+");
    private static final Pattern DROPPED =
        Pattern.compile("media/([^/]+)/((?:.*/)?[^/.][^/]*)", Pattern.DOTALL);
    private static final Set<String> SUBTITLES = Set.of("vtt", "ttml", "dfxp", "xml");

    /** Endings of films that are languages, too. */
    private static final Set<String> NO_LANGUAGES = Set.of("mov", "mkv", "mka");

    private Keys() {}

    private static Dropped dropped(String provider, String path) {
      var ending = ending(path);
      var name = withoutEnding(path);
      if (!SUBTITLES.contains(ending))
        return new Dropped(new MediaName(provider, name), ending, null);
      int dot = name.lastIndexOf('.');
      var language = dot < 0 ? "" : name.substring(dot + 1);
      if (!Inspection.isLanguage(language) || NO_LANGUAGES.contains(language))
        return new Dropped(new MediaName(provider, name), ending, null);
      return new Dropped(new MediaName(provider, name.substring(0, dot)), ending, language);
    }

    private static String ending(String path) {
      return MediaType.ending(path);
    }

    private static String withoutEnding(String path) {
      var ending = ending(path);
      return ending.isEmpty() ? path : path.substring(0, path.length() - ending.length() - 1);
    }
  }
}
