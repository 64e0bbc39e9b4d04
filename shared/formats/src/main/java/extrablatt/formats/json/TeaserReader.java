package extrablatt.formats.json;

import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.Speaker;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.domain.videos.VideoKind;
import extrablatt.formats.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a video teaser. */
final class TeaserReader {
  /** What we make ourselves: taken in and ignored, so that what was got can be put. */
  static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "revision",
          "liveRevision",
          "status",
          "origin",
          "articles",
          "firstPublishedAt",
          "publishedAt",
          "updatedAt");

  /** What a teaser's own record says, wherever it is shown. */
  static final Set<String> CONTENT =
      Set.of(
          "title",
          "caption",
          "speaker",
          "date",
          "duration",
          "durationMs",
          "kind",
          "poster",
          "streams",
          "subtitles",
          "chapters",
          "transcript",
          "aspectRatio",
          "availableFrom",
          "availableUntil",
          "countries",
          "ageRating",
          "topics",
          "canonicalUrl",
          "publishAt");

  /** By how much the same duration may differ where it is said in two ways. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private TeaserReader() {}

  /** The content among other fields, which the caller reads. */
  static TeaserContent fields(ObjectReader object) {
    object.ignore(READ_ONLY);
    return new TeaserContent(
        object.text("title"),
        object.text("caption"),
        object.object("speaker", TeaserReader::speaker),
        object.date("date"),
        duration(object),
        kind(object),
        object.object("poster", ImageReader::image),
        object.objects("streams", TeaserReader::stream),
        object.objects("subtitles", TeaserReader::subtitles),
        object.objects("chapters", TeaserReader::chapter),
        object.text("transcript"),
        object.text("aspectRatio"),
        object.time("availableFrom"),
        object.time("availableUntil"),
        countries(object),
        object.text("ageRating"),
        object.texts("topics"),
        object.exactText("canonicalUrl"));
  }

  private static Speaker speaker(ObjectReader object) {
    var speaker = new Speaker(object.requiredText("name"), object.text("role"));
    object.refuseUnknown();
    return speaker;
  }

  /** A duration may be said twice; then both have to agree, and the exact words count. */
  private static @Nullable Duration duration(ObjectReader object) {
    var milliseconds = milliseconds(object);
    if (!object.has("duration")) return milliseconds;
    var duration = object.duration("duration");
    if (duration != null && milliseconds != null && differ(duration, milliseconds)) {
      object.fault(
          "durationMs",
          "says %s where duration says %s; give one of them"
              .formatted(Durations.text(milliseconds), Durations.text(duration)));
    }
    return duration;
  }

  private static @Nullable Duration milliseconds(ObjectReader object) {
    var number = object.wholeNumber("durationMs");
    if (number == null) return null;
    var duration = Duration.ofMillis(number);
    var complaint = TeaserRules.complaintOf(duration);
    if (complaint == null) return duration;
    object.fault("durationMs", complaint);
    return null;
  }

  private static boolean differ(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(TOLERANCE) > 0;
  }

  private static VideoKind kind(ObjectReader object) {
    var text = object.exactText("kind");
    if (text == null) return VideoKind.CLIP;
    for (var kind : VideoKind.values()) {
      if (text.equals(kind.name().toLowerCase(Locale.ROOT))) return kind;
    }
    object.fault("kind", "must be one of clip, livestream and broadcast");
    return VideoKind.CLIP;
  }

  private static TeaserContent.Stream stream(ObjectReader object) {
    var stream =
        new TeaserContent.Stream(
            object.requiredText("url"),
            object.text("mediaType"),
            object.integer("width"),
            object.integer("height"),
            object.integer("bitrate"),
            object.text("codec"),
            object.decimal("frameRate"),
            object.flagOrNull("audio"));
    object.refuseUnknown();
    return stream;
  }

  private static TeaserContent.Subtitles subtitles(ObjectReader object) {
    var subtitles =
        new TeaserContent.Subtitles(
            object.exactText("language"), object.requiredText("url"), object.text("kind"));
    object.refuseUnknown();
    return subtitles;
  }

  private static TeaserContent.Chapter chapter(ObjectReader object) {
    object.requirePresent("startMs");
    var start = object.wholeNumber("startMs");
    var chapter =
        new TeaserContent.Chapter(start == null ? 0 : start, object.requiredText("title"));
    object.refuseUnknown();
    return chapter;
  }

  private static Countries countries(ObjectReader object) {
    var countries = object.object("countries", TeaserReader::allowAndDeny);
    return countries == null ? Countries.EVERYWHERE : countries;
  }

  private static Countries allowAndDeny(ObjectReader object) {
    var countries = new Countries(object.texts("allow"), object.texts("deny"));
    object.refuseUnknown();
    return countries;
  }
}
