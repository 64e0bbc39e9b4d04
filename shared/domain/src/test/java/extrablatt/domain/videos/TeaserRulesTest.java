package extrablatt.domain.videos;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Place;
import extrablatt.domain.articles.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeaserRulesTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  @Test
  void aSpeakerAloneIsEnough() {
    var teaser = TeaserContent.of(null, null, new Speaker("Mara Lind", null), null, null);

    assertThat(TeaserRules.faults(teaser, "")).isEmpty();
  }

  @Test
  void everyFaultIsNamedBelowThePlaceOfTheTeaser() {
    var teaser =
        new TeaserContent(
            null,
            null,
            null,
            null,
            Duration.ofDays(2).plusMillis(1),
            VideoKind.CLIP,
            Image.captioned("ohne Adresse"),
            List.of(
                new TeaserContent.Stream("//example.org/a.mp4", null, 0, 1, -1, null, null, null)),
            List.of(new TeaserContent.Subtitles("deutsch!", "", null)),
            List.of(new TeaserContent.Chapter(-1, " ")),
            null,
            null,
            NOON,
            NOON,
            new Countries(List.of("DE", "de"), List.of("XX")),
            null,
            List.of(""),
            "example.org");

    assertThat(TeaserRules.faults(teaser, "/body/2/teaser"))
        .extracting(fault -> ((Place.Pointer) fault.place()).pointer())
        .allMatch(pointer -> pointer.startsWith("/body/2/teaser/"))
        .extracting(pointer -> pointer.substring("/body/2/teaser".length()))
        .containsExactlyInAnyOrder(
            "/title",
            "/duration",
            "/poster/url",
            "/streams/0/url",
            "/streams/0/width",
            "/streams/0/bitrate",
            "/subtitles/0/language",
            "/subtitles/0/url",
            "/chapters/0/startMs",
            "/chapters/0/title",
            "/availableUntil",
            "/countries/allow/1",
            "/countries/deny/0",
            "/topics/0",
            "/canonicalUrl");
  }

  @Test
  void noVideoLastsLessThanNothing() {
    var teaser = TeaserContent.of("Titel", null, null, null, Duration.ofSeconds(-1));

    assertThat(TeaserRules.faults(teaser, "")).hasSize(1);
  }
}
