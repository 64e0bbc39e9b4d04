package extrablatt.formats.json;

import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserView;
import extrablatt.formats.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a video teaser, for the shelf, the newsroom and the public. */
final class TeaserWriter {
  private TeaserWriter() {}

  /** The content, without what its record knows. */
  static void content(JsonWriter json, TeaserContent teaser) {
    brief(json, teaser);
    json.list("streams", teaser.streams(), stream -> stream(json, stream));
    details(json, teaser);
  }

  /** What lists show of the content. */
  static void brief(JsonWriter json, TeaserContent teaser) {
    json.text("title", teaser.title());
    json.text("caption", teaser.caption());
    var speaker = teaser.speaker();
    if (speaker != null) {
      json.object(
          "speaker",
          fields -> {
            fields.requiredText("name", speaker.name());
            fields.text("role", speaker.role());
          });
    }
    if (teaser.date() != null) json.requiredText("date", teaser.date().toString());
    duration(json, teaser.duration());
    json.requiredText("kind", teaser.kind().name().toLowerCase(Locale.ROOT));
    ImageWriter.image(json, "poster", teaser.poster());
    json.text("aspectRatio", teaser.aspectRatio());
    json.time("availableFrom", teaser.availableFrom());
    json.time("availableUntil", teaser.availableUntil());
    countries(json, teaser.countries());
    json.text("ageRating", teaser.ageRating());
    json.texts("topics", teaser.topics());
    json.text("canonicalUrl", teaser.canonicalUrl());
  }

  /** A teaser as the newsroom reads it. */
  static void newsroomFields(JsonWriter json, TeaserView view, Instant now) {
    PublicationWriter.newsroomFields(json, view.publication(), view.revision(), now);
    content(json, view.content());
    PublicationWriter.origin(json, view.publication().origin());
  }

  /** A teaser as the newsroom sees it inside an article or an entry. */
  static void shownFields(JsonWriter json, TeaserView view, Instant now) {
    PublicationWriter.shownFields(json, view.publication(), view.revision(), now);
    content(json, view.content());
  }

  /** A teaser as the public sees it; its streams depend on the viewer's country. */
  static void publicFields(JsonWriter json, ShownTeaser shown) {
    var teaser = shown.content();
    publicRecord(json, shown);
    brief(json, teaser);
    if (!teaser.streams().isEmpty()) {
      Runnable streams =
          () -> json.list("streams", teaser.streams(), stream -> stream(json, stream));
      var restriction = shown.restriction();
      if (restriction == null) streams.run();
      else json.fieldsUnder(restriction, streams);
    }
    details(json, teaser);
  }

  /** A teaser as the public's lists show it. */
  static void publicSummary(JsonWriter json, ShownTeaser shown) {
    publicRecord(json, shown);
    brief(json, shown.content());
  }

  private static void publicRecord(JsonWriter json, ShownTeaser shown) {
    var span = shown.span();
    json.requiredText("id", shown.id().value());
    json.number("revision", span.revision());
    PublicationWriter.status(json, Status.PUBLISHED);
    json.time("publishedAt", span.publishedAt());
    json.time("updatedAt", span.updatedAt());
  }

  private static void details(JsonWriter json, TeaserContent teaser) {
    json.list("subtitles", teaser.subtitles(), subtitles -> subtitles(json, subtitles));
    json.list("chapters", teaser.chapters(), chapter -> chapter(json, chapter));
    json.text("transcript", teaser.transcript());
  }

  private static void duration(JsonWriter json, @Nullable Duration duration) {
    if (duration == null) return;
    json.requiredText("duration", Durations.text(duration));
    json.number("durationMs", duration.toMillis());
  }

  private static void stream(JsonWriter json, TeaserContent.Stream stream) {
    json.element(fields -> {
      fields.requiredText("url", stream.url());
      fields.text("mediaType", stream.mediaType());
      fields.number("width", stream.width());
      fields.number("height", stream.height());
      fields.number("bitrate", stream.bitrate());
      fields.text("codec", stream.codec());
      fields.decimal("frameRate", stream.frameRate());
      if (stream.audio() != null) fields.flag("audio", stream.audio());
    });
  }

  private static void subtitles(JsonWriter json, TeaserContent.Subtitles subtitles) {
    json.element(fields -> {
      fields.text("language", subtitles.language());
      fields.requiredText("url", subtitles.url());
      fields.text("kind", subtitles.kind());
    });
  }

  private static void chapter(JsonWriter json, TeaserContent.Chapter chapter) {
    json.element(fields -> {
      fields.number("startMs", chapter.startMs());
      fields.requiredText("title", chapter.title());
    });
  }

  private static void countries(JsonWriter json, Countries countries) {
    if (!countries.isRestricted()) return;
    json.object(
        "countries",
        fields -> {
          fields.texts("allow", countries.allow());
          fields.texts("deny", countries.deny());
        });
  }
}
