package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten mebibytes of whatever is worst are read in linear time: at quadratic cost each of these would
 * take hours.
 */
final class SpeedTest {
  private static final int TEN_MEBIBYTES = 10 << 20;

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "\n",
        "|\n",
        "a\n\n",
        "a\n:a\n",
        "Liveblog\n",
        ". A",
        "Dr. ",
        "aaaaaaaa.",
        "\"",
        "Aa ",
        "Aa Bb, c\n\nd.\n\n",
        "a\u00a0|",
        "Quelle: a\n",
        "Quelle: a\n1.1.2026 | 1:11 min\n",
        "1.1.2026                    ",
        "<&>",
        "\u0002aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void theWorstDocumentsAreReadInLinearTime(String piece) {
    var text = "Titel\n\nVorspann.\n\n" + piece.repeat(TEN_MEBIBYTES / piece.length());

    assertThat(read(text).format()).isEqualTo("page-text");
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "a\n:a\n",
        "a\n\n",
        "Quelle: a\n1.1.2026 | 1:11 min\n",
        "Aa Bb, c\n\nd.\n\n",
        "a\n1.1.2026 | 1:11 min\n",
        "a\n:a\nLiveblog\n",
      })
  void asManyLinesAsThereMayBeAreReadInLinearTime(String piece) {
    long lines = piece.lines().filter(line -> !line.isEmpty()).count();
    var text = "Titel\n\nVorspann.\n\n" + piece.repeat((int) ((Lines.MOST - 2) / lines));

    assertThat(read(text).format()).isEqualTo("page-text");
  }
}
