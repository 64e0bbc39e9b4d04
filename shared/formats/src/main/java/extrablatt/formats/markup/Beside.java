package extrablatt.formats.markup;

import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Reading.Enclosure;
import extrablatt.domain.ingest.Source;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that lie beside documents in an archive, so that a document may name them by where
 * they lie: from its own folder or from the archive's root, or by a name that only one of them has.
 */
public final class Beside {
  private static final ScopedValue<Here> HERE = ScopedValue.newInstance();

  /** Pictures that are handed out, by the endings of their names. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "webp", "image/webp",
          "avif", "image/avif");

  private final Map<String, Enclosure> pictures;
  private final Set<String> shown = new LinkedHashSet<>();

  /** Without a picture yet. */
  public Beside() {
    this(new LinkedHashMap<>());
  }

  private Beside(Map<String, Enclosure> pictures) {
    this.pictures = pictures;
  }

  /** The same pictures, of which no document has asked for any. */
  public Beside unseen() {
    return new Beside(pictures);
  }

  /** What a name promises, if that is a picture that can be handed out. */
  public static Optional<String> mediaType(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(MEDIA_TYPES.get(ending));
  }

  /** From a document's folder. */
  private record Here(Beside pictures, String folder) {}

  /** Adds a picture. */
  public void add(Enclosure picture) {
    pictures.putIfAbsent(picture.name(), picture);
  }

  /**
   * Reads a document.
   *
   * @param path where it lies in the archive
   */
  public Reading read(DocumentReader reader, Source document, String path) {
    var here = new Here(this, path.substring(0, path.lastIndexOf('/') + 1));
    return ScopedValue.where(HERE, here).call(() -> reader.read(document));
  }

  /** Those that a document has asked for so far. */
  public List<Enclosure> shown() {
    return shown.stream().map(pictures::get).filter(Objects::nonNull).toList();
  }

  /** The names of the others. */
  public List<String> others() {
    return pictures.keySet().stream().filter(name -> !shown.contains(name)).toList();
  }

  /**
   * The address of a picture that lies beside the document that is being read; null if none does.
   */
  static @Nullable String address(String named) {
    if (!HERE.isBound()) return null;
    var here = HERE.get();
    return here.pictures().find(named, here.folder());
  }

  private @Nullable String find(String named, String folder) {
    if (pictures.isEmpty() || named.contains(":") || named.startsWith("//")) return null;
    var path = decoded(named.replaceFirst("[?#].*$", "").replace('\\', '/'));
    var picture = pictures.get(resolved(path.startsWith("/") ? path : folder + path));
    if (picture == null) picture = pictures.get(resolved(path));
    if (picture == null) picture = onlyOne(path.substring(path.lastIndexOf('/') + 1));
    if (picture == null) return null;
    shown.add(picture.name());
    return picture.file().url();
  }

  private @Nullable Enclosure onlyOne(String fileName) {
    var found =
        pictures.values().stream()
            .filter(picture -> picture.name().endsWith("/" + fileName))
            .limit(2)
            .collect(Collectors.toList());
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEncoding) {
      return path;
    }
  }

  /** Without steps up and in place; what leads out of the archive begins at its root. */
  private static String resolved(String path) {
    var steps = new ArrayDeque<String>();
    for (var step : Arrays.asList(path.split("/", -1))) {
      if (step.equals("..")) steps.pollLast();
      else if (!step.isEmpty() && !step.equals(".")) steps.addLast(step);
    }
    return String.join("/", steps);
  }
}
