package extrablatt.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts.Film;
import extrablatt.domain.videos.TeaserContent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeaserMergeTest {
  private static final TeaserContent NOTHING = Fragments.nothing();

  @Test
  void whereNoEditorHasBeenTheFilesCount() {
    var now = film("a.mp4", 25);

    var merged = TeaserMerge.of(NOTHING, NOTHING, now, null);

    assertThat(merged.content()).isEqualTo(now);
    assertThat(merged.warnings()).isEmpty();
  }

  @Test
  void theFilmFillsWhatAnEditorHasLeftOpen() {
    var merged = TeaserMerge.of(NOTHING, NOTHING.withTitle("Ferry"), film("a.mp4", 25), null);

    assertThat(merged.content().title()).isEqualTo("Ferry");
    assertThat(merged.content().duration()).isEqualTo(Duration.ofSeconds(25));
    assertThat(merged.content().aspectRatio()).isEqualTo("16:9");
    assertThat(merged.content().streams()).hasSize(1);
    assertThat(merged.warnings()).isEmpty();
  }

  @Test
  void whatAnEditorHasSetTheFilmNeverOverwritesAndAContradictionIsAWarning() {
    var set = lasting(NOTHING.withTitle("Ferry"), 90);

    var merged = TeaserMerge.of(NOTHING, set, film("a.mp4", 25), null);

    assertThat(merged.content().duration()).isEqualTo(Duration.ofSeconds(90));
    assertThat(merged.warnings()).singleElement().asString().contains("PT1M30S", "PT25S");
  }

  @Test
  void anEditorsRoundedDurationStaysWithoutAWarning() {
    var set = lasting(NOTHING, 26);

    var merged = TeaserMerge.of(NOTHING, set, film("a.mp4", 25), null);

    assertThat(merged.content().duration()).isEqualTo(Duration.ofSeconds(26));
    assertThat(merged.warnings()).isEmpty();
  }

  @Test
  void aStreamThatAnEditorTookOutStaysOut() {
    var before = film("a.mp4", 25);
    var standing = withStreams(before, List.of());
    var now = withStreams(before, both(film("b.mp4", 25), before));

    var merged = TeaserMerge.of(before, standing, now, null);

    assertThat(merged.content().streams()).isEqualTo(film("b.mp4", 25).streams());
  }

  @Test
  void aStreamThatAnEditorAddedStaysFirst() {
    var before = film("a.mp4", 25);
    var added = film("own.mp4", 25);
    var standing = withStreams(before, both(before, added));
    var now = withStreams(before, both(before, film("b.mp4", 25)));

    var merged = TeaserMerge.of(before, standing, now, null);

    assertThat(merged.content().streams())
        .extracting(TeaserContent.Stream::url)
        .containsExactly("/media/own.mp4/own.mp4", "/media/a.mp4/a.mp4", "/media/b.mp4/b.mp4");
  }

  @Test
  void whatAnEditorSaidOfAStreamStays() {
    var before = film("a.mp4", 25);
    var given = before.streams().getFirst();
    var said =
        new TeaserContent.Stream(given.url(), given.mediaType(), 640, 360, 100, "avc1", null, null);
    var standing = withStreams(before, List.of(said));

    var merged = TeaserMerge.of(before, standing, before, null);

    assertThat(merged.content().streams()).containsExactly(said);
  }

  @Test
  void theProvidersWordCountsOverAnEditors() {
    var before = NOTHING.withTitle("Ferry");
    var standing = NOTHING.withTitle("The ferry");
    var ordered = NOTHING.withTitle("Ferry sails");

    var merged = TeaserMerge.of(before, standing, ordered, ordered);

    assertThat(merged.content().title()).isEqualTo("Ferry sails");
  }

  @Test
  void ofWhatTheProviderDoesNotSpeakTheEditorsWordStays() {
    var standing = lasting(NOTHING.withTitle("The ferry"), 90);
    var ordered = NOTHING.withTitle("Ferry sails");

    var merged = TeaserMerge.of(NOTHING, standing, ordered, ordered);

    assertThat(merged.content().duration()).isEqualTo(Duration.ofSeconds(90));
  }

  private static TeaserContent film(String name, int seconds) {
    var facts =
        new Film(
            "video/mp4",
            Duration.ofSeconds(seconds),
            1280,
            720,
            "avc1.64001f",
            1_000_000,
            25.0,
            true,
            null);
    return Fragments.film(new MediaFile(name, name), facts);
  }

  private static List<TeaserContent.Stream> both(TeaserContent one, TeaserContent other) {
    return List.of(one.streams().getFirst(), other.streams().getFirst());
  }

  private static TeaserContent lasting(TeaserContent content, int seconds) {
    return with(content, Duration.ofSeconds(seconds), content.streams());
  }

  private static TeaserContent withStreams(
      TeaserContent content, List<TeaserContent.Stream> streams) {
    return with(content, content.duration(), streams);
  }

  private static TeaserContent with(
      TeaserContent content, @Nullable Duration duration, List<TeaserContent.Stream> streams) {
    return new TeaserContent(
        content.title(),
        content.caption(),
        content.speaker(),
        content.date(),
        duration,
        content.kind(),
        content.poster(),
        streams,
        content.subtitles(),
        content.chapters(),
        content.transcript(),
        content.aspectRatio(),
        content.availableFrom(),
        content.availableUntil(),
        content.countries(),
        content.ageRating(),
        content.topics(),
        content.canonicalUrl());
  }
}
