package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.article;
import static extrablatt.formats.pagetext.PageTexts.read;
import static extrablatt.formats.pagetext.PageTexts.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the format takes and what it refuses. */
final class PageTextFormatTest {
  private static final PageTextFormat FORMAT = new PageTextFormat();

  @Test
  void itIsNamedByPlainText() {
    assertThat(FORMAT.name()).isEqualTo("page-text");
    assertThat(FORMAT.mediaTypes()).containsExactly("text/plain");
    assertThat(FORMAT.extensions()).containsExactly("txt");
  }

  @Test
  void anyTextLooksLikeIt() {
    assertThat(FORMAT.looksLike(sample("minimal.txt"))).isTrue();
    assertThat(FORMAT.looksLike("Größe".getBytes(ISO_8859_1))).isTrue();
    assertThat(FORMAT.looksLike(" \n".getBytes(UTF_8))).isFalse();
    assertThat(FORMAT.looksLike("%PDF-1.7".getBytes(UTF_8))).isFalse();
    assertThat(FORMAT.looksLike(new byte[] {'a', 0, 'b'})).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t\r\n", "|", "\uFEFF", "\n|\n"})
  void aTextWithoutAHeadlineIsInvalid(String text) {
    assertThat(read(text))
        .isEqualTo(
            refused(
                "invalid",
                Fault.at(
                    1,
                    1,
                    "The text is empty. Its first line has to be the headline of the article.")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0089PNG\r\n\u001a\n",
        "\u00ff\u00d8\u00ff\u00e0 JFIF",
        "GIF89a",
        "%PDF-1.7\n",
        "PK\u0003\u0004",
        "\u001f\u008b",
        "\u00d0\u00cf\u0011\u00e0",
        "{\\rtf1 text}",
        "Text\u0000Text",
        "T\u0001e\u0002x\u0003t",
      })
  void binaryDataAreOfAnUnsupportedType(String bytes) {
    var reading = read(bytes.getBytes(ISO_8859_1));

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    var refused = (Reading.Refused) reading;
    assertThat(refused.problem()).isEqualTo("unsupported-type");
    assertThat(refused.faults())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.detail())
                .contains("not plain text.")
                .endsWith("Send the article as a plain text file in UTF-8, or in another format."));
  }

  @Test
  void utf16WithoutAMarkIsBinary() {
    assertThat(read("Titel".getBytes(UTF_16LE)))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo("unsupported-type"));
  }

  @Test
  void randomBytesNeverMakeItThrow() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);

      assertThat(read(bytes).format()).isEqualTo("page-text");
    }
  }

  @Test
  void whatIsJustWithinTheLimitsIsTaken() {
    var text =
        "%s\n\n%s\n\n%s\n\n%s"
            .formatted(
                "😀".repeat(300), "😁".repeat(2_000), "😂".repeat(20_000), "Text.\n\n".repeat(499));

    var article = article(text);

    assertThat(article.body()).hasSize(500);
  }

  @Test
  void everyFaultIsNamedWithItsLineAndColumn() {
    var text =
        "  %s\n\n\t%s\n\n%s\n\nText.\n\n   %s\nQuelle: %s"
            .formatted(
                "h".repeat(301),
                "l".repeat(2_001),
                "p".repeat(20_001),
                "&".repeat(5_000),
                names(21));

    assertThat(read(text))
        .isEqualTo(
            refused(
                "invalid",
                Fault.at(1, 3, tooLong("The headline", "301", "300")),
                Fault.at(3, 2, tooLong("The lead", "2,001", "2,000")),
                Fault.at(5, 1, tooLong("The paragraph", "20,001", "20,000")),
                Fault.at(9, 4, tooLong("The paragraph", "25,000", "20,000")),
                Fault.at(10, 1, "The article names more than 20 sources. Leave some out.")));
  }

  @Test
  void theFirstBlockTooManyIsNamed() {
    var text = "Titel\n\nVorspann.\n\n" + "Text.\n\n".repeat(502);

    assertThat(read(text))
        .isEqualTo(
            refused(
                "invalid",
                Fault.at(
                    1_005,
                    1,
                    "The body has 502 blocks, but at most 500 are allowed. Part the article in"
                        + " two.")));
  }

  @Test
  void anArticleShowsAtMostTwentyTeasers() {
    var videos = "Ein Clip.\n1.3.2026 | 0:48 min\n".repeat(19);
    var liveblog = "A\n:B\nLiveblog\n";

    assertThat(article("Titel\n\nVorspann.\n\n" + videos + liveblog + liveblog).body()).hasSize(21);
    assertThat(read("Titel\n\nVorspann.\n\n" + videos + liveblog + "C\n:B\nLiveblog\n"))
        .isEqualTo(
            refused(
                "invalid",
                Fault.at(
                    46,
                    1,
                    "The article shows more than 20 video teasers and liveblogs. Leave some out.")));
  }

  @Test
  void everyTextOfATeaserIsMeasured() {
    var x = "x".repeat(20_001);
    var text =
        """
        Titel
        %1$s:Titel
        Vorspann.

        %1$s | %1$s

        %1$s.
        1.3.2026 | 0:48 min

        %1$s

        Clip.
        1.3.2026 | 0:48 min
        %1$s
        :%1$s
        %1$s
        %1$s
        Liveblog

        Wir warten.

        Mara Okafor, %1$s
        """
            .formatted(x);

    assertThat(((Reading.Refused) read(text)).faults())
        .extracting(fault -> fault.place() + " " + words(fault.detail()))
        .containsExactly(
            "LineColumn[line=2, column=1] The kicker",
            "LineColumn[line=5, column=1] The video teaser's caption",
            "LineColumn[line=5, column=1] The video teaser's speaker",
            "LineColumn[line=5, column=1] The speaker's role",
            "LineColumn[line=10, column=1] The video teaser's title",
            "LineColumn[line=14, column=1] The liveblog's kicker",
            "LineColumn[line=14, column=1] The liveblog's headline",
            "LineColumn[line=14, column=1] The liveblog's summary",
            "LineColumn[line=14, column=1] The caption of the liveblog's image",
            "LineColumn[line=20, column=1] The speaker's role");
  }

  private static String words(String detail) {
    return detail.substring(0, detail.indexOf(" has "));
  }

  private static Reading refused(String problem, Fault... faults) {
    return new Reading.Refused("page-text", problem, List.of(faults));
  }

  private static String tooLong(String what, String length, String longest) {
    return "%s has %s characters, but at most %s are allowed. Shorten it or part it with a blank line."
        .formatted(what, length, longest);
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "s" + i).collect(Collectors.joining(", "));
  }
}
