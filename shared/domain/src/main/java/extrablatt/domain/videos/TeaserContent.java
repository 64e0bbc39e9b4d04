package extrablatt.domain.videos;

import extrablatt.domain.articles.Image;
import extrablatt.domain.publishing.ListName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a video; at least one of title, caption and speaker is. */
public record TeaserContent(
    @Nullable String title,
    @Nullable String caption,
    @Nullable Speaker speaker,
    @Nullable LocalDate date,
    @Nullable Duration duration,
    VideoKind kind,
    @Nullable Image poster,
    List<Stream> streams,
    List<Subtitles> subtitles,
    List<Chapter> chapters,
    @Nullable String transcript,
    @Nullable String aspectRatio,
    @Nullable Instant availableFrom,
    @Nullable Instant availableUntil,
    Countries countries,
    @Nullable String ageRating,
    List<String> topics,
    @Nullable String canonicalUrl) {

  public TeaserContent {
    streams = List.copyOf(streams);
    subtitles = List.copyOf(subtitles);
    chapters = List.copyOf(chapters);
    topics = List.copyOf(topics);
  }

  /** What a list of revisions calls it. */
  public String name() {
    if (title != null) return title;
    if (caption != null) return caption;
    return speaker == null ? "" : speaker.name();
  }

  /** The public lists that it stands in while it is visible. */
  public List<ListName> lists() {
    var lists = new ArrayList<ListName>(List.of(new ListName.Teasers()));
    topics.stream().distinct().map(ListName.TeaserTopic::new).forEach(lists::add);
    return lists;
  }

  /** The same with another title. */
  public TeaserContent withTitle(String other) {
    return new TeaserContent(
        other,
        caption,
        speaker,
        date,
        duration,
        kind,
        poster,
        streams,
        subtitles,
        chapters,
        transcript,
        aspectRatio,
        availableFrom,
        availableUntil,
        countries,
        ageRating,
        topics,
        canonicalUrl);
  }

  /** The same with other topics. */
  public TeaserContent withTopics(List<String> others) {
    return new TeaserContent(
        title,
        caption,
        speaker,
        date,
        duration,
        kind,
        poster,
        streams,
        subtitles,
        chapters,
        transcript,
        aspectRatio,
        availableFrom,
        availableUntil,
        countries,
        ageRating,
        others,
        canonicalUrl);
  }

  /** The same with another poster. */
  public TeaserContent withPoster(@Nullable Image other) {
    return withMedia(other, streams, subtitles);
  }

  /** The same with other files. */
  public TeaserContent withMedia(
      @Nullable Image otherPoster, List<Stream> otherStreams, List<Subtitles> otherSubtitles) {
    return new TeaserContent(
        title,
        caption,
        speaker,
        date,
        duration,
        kind,
        otherPoster,
        otherStreams,
        otherSubtitles,
        chapters,
        transcript,
        aspectRatio,
        availableFrom,
        availableUntil,
        countries,
        ageRating,
        topics,
        canonicalUrl);
  }

  /** What page text can tell of a video. */
  public static TeaserContent of(
      @Nullable String title,
      @Nullable String caption,
      @Nullable Speaker speaker,
      @Nullable LocalDate date,
      @Nullable Duration duration) {
    return new TeaserContent(
        title,
        caption,
        speaker,
        date,
        duration,
        VideoKind.CLIP,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        Countries.EVERYWHERE,
        null,
        List.of(),
        null);
  }

  /**
   * One file or playlist that a player can play; bitrate in bits a second, size in pixels, codec as
   * in RFC 6381.
   */
  public record Stream(
      String url,
      @Nullable String mediaType,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Integer bitrate,
      @Nullable String codec,
      @Nullable Double frameRate,
      @Nullable Boolean audio) {
    /** The same at another address. */
    public Stream at(String other) {
      return new Stream(other, mediaType, width, height, bitrate, codec, frameRate, audio);
    }
  }

  /** A file of subtitles or captions in a language (BCP 47). */
  public record Subtitles(@Nullable String language, String url, @Nullable String kind) {}

  /** A named part of a video; milliseconds from its start. */
  public record Chapter(long startMs, String title) {}
}
