package extrablatt.formats.published;

import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.Speaker;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.VideoKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Films in articles. */
final class FilmSamples {
  static final String STREAM = "https://example.org/film.mp4";
  static final TeaserContent ANYWHERE = film(null, null, Countries.EVERYWHERE);
  static final TeaserContent UNTIL_ONE =
      film(null, Articles.NOON.plusSeconds(3_600), Countries.EVERYWHERE);
  static final TeaserContent GERMAN = film(null, null, new Countries(List.of("DE"), List.of()));

  private FilmSamples() {}

  private static TeaserContent film(
      @Nullable Instant from, @Nullable Instant until, Countries countries) {
    return new TeaserContent(
        "{Die Flutnacht}",
        "Bilder vom Deich",
        new Speaker("Inga Wolke", "Deichgräfin"),
        LocalDate.parse("2026-11-26"),
        Duration.ofSeconds(85),
        VideoKind.CLIP,
        null,
        List.of(new TeaserContent.Stream(STREAM, "video/mp4", 1920, 1080, null, null, null, null)),
        List.of(),
        List.of(),
        null,
        null,
        from,
        until,
        countries,
        null,
        List.of(),
        null);
  }
}
