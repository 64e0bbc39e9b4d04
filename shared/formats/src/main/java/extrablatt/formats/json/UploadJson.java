package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadKind;
import extrablatt.formats.json.JsonParsing.Parsed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Announcements of media files in our JSON, and the answers to them. */
public final class UploadJson {
  private static final int LONGEST_FILE_NAME = 200;
  private static final long MEBIBYTE = 1L << 20;

  private static final Set<String> FILMS =
      Set.of(
          "video/mp4",
          "video/quicktime",
          "audio/mp4",
          "video/webm",
          "audio/webm",
          "video/x-matroska",
          "audio/x-matroska",
          "application/vnd.apple.mpegurl",
          "application/x-mpegurl");

  private static final Set<String> PICTURES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/avif");
  private static final Set<String> SUBTITLES = Set.of("text/vtt", "application/ttml+xml");

  private static final Map<UploadKind, Set<String>> TYPES =
      Map.of(
          UploadKind.VIDEO, FILMS,
          UploadKind.POSTER, PICTURES,
          UploadKind.IMAGE, PICTURES,
          UploadKind.SUBTITLES, SUBTITLES);

  /** The most bytes of a file; films as much as S3 copies in one request. */
  private static final Map<UploadKind, Long> LARGEST =
      Map.of(
          UploadKind.VIDEO, 5120 * MEBIBYTE,
          UploadKind.POSTER, 50 * MEBIBYTE,
          UploadKind.IMAGE, 50 * MEBIBYTE,
          UploadKind.SUBTITLES, 10 * MEBIBYTE);

  /** What is announced. */
  public record Announced(
      UploadKind kind,
      String fileName,
      String contentType,
      long size,
      @Nullable TeaserId teaser,
      @Nullable String language) {}

  /** What came of reading an announcement: what it says, or every fault in it. */
  public record Asked(@Nullable Announced announced, List<Fault> faults) {
    public Asked {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads the body of a call.
   *
   * @throws OrderJson.NotJson if it is not JSON
   */
  public Asked read(Bytes body) {
    return switch (JsonParsing.parse(body)) {
      case Parsed.Broken(var fault) -> throw new OrderJson.NotJson(fault);
      case Parsed.Understood(var json) -> {
        var findings = new Findings();
        var announced = announced(ValueReader.ofForeign(findings).object(json, ""));
        yield findings.isEmpty()
            ? new Asked(announced, List.of())
            : new Asked(null, findings.faults());
      }
    };
  }

  private static Announced announced(ObjectReader object) {
    var kind = kind(object);
    var fileName = fileName(object);
    var contentType = contentType(object, kind);
    var size = size(object, kind);
    var teaser = teaser(object, kind);
    var language = language(object, kind);
    object.refuseUnknown();
    return new Announced(
        kind == null ? UploadKind.IMAGE : kind, fileName, contentType, size, teaser, language);
  }

  private static @Nullable UploadKind kind(ObjectReader object) {
    object.requirePresent("kind");
    var text = object.exactText("kind");
    if (text == null) return null;
    for (var kind : UploadKind.values()) {
      if (text.equals(name(kind))) return kind;
    }
    object.fault("kind", "must be one of video, poster, subtitles and image");
    return null;
  }

  private static String name(UploadKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String fileName(ObjectReader object) {
    var name = object.requiredText("fileName");
    if (!object.has("fileName")) return name;
    if (name.isBlank() || name.equals(".") || name.equals(".."))
      object.fault("fileName", "must be the name of a file");
    else if (name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' '))
      object.fault("fileName", "must be a name without folders and control characters");
    else if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_FILE_NAME)
      object.fault("fileName", "must have at most %d bytes".formatted(LONGEST_FILE_NAME));
    return name;
  }

  private static String contentType(ObjectReader object, @Nullable UploadKind kind) {
    var type = object.requiredText("contentType").toLowerCase(Locale.ROOT);
    if (!object.has("contentType") || kind == null) return type;
    var taken = TYPES.getOrDefault(kind, Set.of());
    if (!taken.contains(type))
      object.fault(
          "contentType",
          "must be one of %s for %s".formatted(taken.stream().sorted().toList(), name(kind)));
    return type;
  }

  private static long size(ObjectReader object, @Nullable UploadKind kind) {
    object.requirePresent("size");
    var size = object.wholeNumber("size");
    if (size == null || kind == null) return 0;
    long largest = LARGEST.getOrDefault(kind, 0L);
    if (size < 1 || size > largest)
      object.fault("size", "must be from 1 to %d bytes for %s".formatted(largest, name(kind)));
    return size;
  }

  private static @Nullable TeaserId teaser(ObjectReader object, @Nullable UploadKind kind) {
    if (kind == UploadKind.IMAGE) {
      if (object.has("teaserId"))
        object.fault("teaserId", "goes with video, poster and subtitles only");
      object.exactText("teaserId");
      return null;
    }
    if (kind != null) object.requirePresent("teaserId");
    var id = object.exactText("teaserId");
    if (id == null) return null;
    if (Ulids.isUlid(id)) return new TeaserId(id);
    object.fault("teaserId", "must be the id of a video teaser");
    return null;
  }

  private static @Nullable String language(ObjectReader object, @Nullable UploadKind kind) {
    var language = object.exactText("language");
    if (kind == UploadKind.SUBTITLES) object.requirePresent("language");
    if (language != null && !Inspection.isLanguage(language))
      object.fault("language", "must be a BCP 47 language tag such as de or en-GB");
    return language;
  }

  /** The answer to an announcement. */
  public Bytes announced(Upload upload, URI url, Instant expiresAt) {
    return JsonWriter.object(json -> {
      json.requiredText("id", upload.id());
      json.requiredText("key", upload.key());
      json.requiredText("url", url.toString());
      json.requiredText("method", "PUT");
      json.object("headers", _ -> {});
      json.time("expiresAt", expiresAt);
      json.requiredText("mediaUrl", upload.file().url());
    });
  }
}
