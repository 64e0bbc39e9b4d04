package extrablatt.domain.media;

import extrablatt.domain.articles.Image;
import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserContent.Stream;
import extrablatt.domain.videos.TeaserContent.Subtitles;
import extrablatt.domain.videos.VideoKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says of a teaser, as a teaser's content of which the rest is unknown. */
public final class Fragments {
  private Fragments() {}

  /** Nothing at all. */
  public static TeaserContent nothing() {
    return of(null, null, null, List.of(), List.of(), null);
  }

  /** What a film tells. */
  public static TeaserContent film(MediaFile file, MediaFacts.Film film) {
    var stream =
        new Stream(
            file.url(),
            film.mediaType(),
            film.width(),
            film.height(),
            film.bitrate(),
            film.codecs(),
            film.frameRate(),
            film.hasAudio());
    var created = film.createdAt();
    return of(
        created == null ? null : LocalDate.ofInstant(created, ZoneOffset.UTC),
        film.duration(),
        null,
        List.of(stream),
        List.of(),
        AspectRatios.of(film.width(), film.height()));
  }

  /**
   * What a playlist tells: itself, by its largest rendition, and every rendition that has an
   * address of its own.
   */
  public static TeaserContent playlist(MediaFile file, MediaFacts.Playlist playlist) {
    var largest =
        playlist.variants().stream()
            .max(
                Comparator.comparingInt(
                    variant -> variant.bitrate() == null ? 0 : variant.bitrate()))
            .orElseThrow();
    var streams = new ArrayList<Stream>();
    streams.add(stream(file.url(), playlist.mediaType(), largest));
    playlist.variants().stream()
        .filter(variant -> isAbsolute(variant.url()))
        .map(variant -> stream(variant.url(), playlist.mediaType(), variant))
        .forEach(streams::add);
    return of(
        null, null, null, streams, List.of(), AspectRatios.of(largest.width(), largest.height()));
  }

  /** Whether a rendition can be played from wherever its playlist lies. */
  public static boolean isAbsolute(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }

  private static Stream stream(String url, String mediaType, MediaFacts.Variant variant) {
    return new Stream(
        url,
        mediaType,
        variant.width(),
        variant.height(),
        variant.bitrate(),
        variant.codecs(),
        variant.frameRate(),
        null);
  }

  /** What a picture tells. */
  public static TeaserContent poster(KnownPicture picture) {
    var image =
        new Image(
            picture.file().url(),
            null,
            null,
            null,
            picture.width(),
            picture.height(),
            picture.renditions());
    return of(null, null, image, List.of(), List.of(), null);
  }

  /** What subtitles tell. */
  public static TeaserContent subtitles(MediaFile file, @Nullable String language) {
    var subtitles = new Subtitles(language, file.url(), "subtitles");
    return of(null, null, null, List.of(), List.of(subtitles), null);
  }

  private static TeaserContent of(
      @Nullable LocalDate date,
      @Nullable Duration duration,
      @Nullable Image poster,
      List<Stream> streams,
      List<Subtitles> subtitles,
      @Nullable String aspectRatio) {
    return new TeaserContent(
        null,
        null,
        null,
        date,
        duration,
        VideoKind.CLIP,
        poster,
        streams,
        subtitles,
        List.of(),
        null,
        aspectRatio,
        null,
        null,
        Countries.EVERYWHERE,
        null,
        List.of(),
        null);
  }

  /**
   * What several files tell together: of each thing the first that knows it, of streams and
   * subtitles all.
   */
  public static TeaserContent joined(List<TeaserContent> fragments, @Nullable String title) {
    var joined = nothing();
    for (var next : fragments) joined = joined(joined, next);
    var isNamed = joined.title() != null || joined.caption() != null || joined.speaker() != null;
    return isNamed || title == null ? joined : joined.withTitle(title);
  }

  private static TeaserContent joined(TeaserContent known, TeaserContent more) {
    return new TeaserContent(
        either(known.title(), more.title()),
        either(known.caption(), more.caption()),
        either(known.speaker(), more.speaker()),
        either(known.date(), more.date()),
        either(known.duration(), more.duration()),
        known.kind() == VideoKind.CLIP ? more.kind() : known.kind(),
        either(known.poster(), more.poster()),
        both(known.streams(), more.streams()),
        both(known.subtitles(), more.subtitles()),
        known.chapters().isEmpty() ? more.chapters() : known.chapters(),
        either(known.transcript(), more.transcript()),
        either(known.aspectRatio(), more.aspectRatio()),
        either(known.availableFrom(), more.availableFrom()),
        either(known.availableUntil(), more.availableUntil()),
        known.countries().isRestricted() ? known.countries() : more.countries(),
        either(known.ageRating(), more.ageRating()),
        known.topics().isEmpty() ? more.topics() : known.topics(),
        either(known.canonicalUrl(), more.canonicalUrl()));
  }

  private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    var all = new ArrayList<>(some);
    others.stream().filter(other -> !all.contains(other)).forEach(all::add);
    return all;
  }
}
