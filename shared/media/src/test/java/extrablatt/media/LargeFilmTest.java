package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts.Film;
import extrablatt.domain.media.Probing;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeFilmTest {
  @ParameterizedTest
  @CsvSource({
    "first.mp4, 500000000",
    "last.mp4, 500000000",
    "first.mp4, 5000000000",
    "last.mp4, 5000000000",
    "film.mov, 2000000000",
  })
  void onlyTheDescriptionIsReadWhereverItStands(String name, long size) {
    var film = SparseFilm.of(Sample.bytesOf(name), size);

    var probing = new MediaProbe().probe(film, name);

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Probed.class,
            probed -> {
              assertThat(((Film) probed.facts()).duration()).isEqualTo(Duration.ofSeconds(2));
              assertThat(((Film) probed.facts()).width()).isEqualTo(320);
            });
    assertThat(film.bytesRead()).isLessThan(50_000);
    assertThat(film.readings()).isLessThan(6);
  }
}
