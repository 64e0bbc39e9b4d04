package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.below;
import static extrablatt.formats.pagetext.PageTexts.body;
import static extrablatt.formats.pagetext.PageTexts.heading;
import static extrablatt.formats.pagetext.PageTexts.liveblog;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.quote;
import static extrablatt.formats.pagetext.PageTexts.video;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 6 and 7: subheadings and paragraphs. */
final class SubheadingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reichen die Polder?",
        "Endlich!",
        "„Wir bleiben hier“",
        "Der 3. Oktober und Dr. Vogt",
        "„Genug!“ Rufe aus dem Rat",
        "Lage | Ausblick",
      })
  void aShortLineOfOneSentenceIsASubheading(String line) {
    assertThat(body(line + "\n\nText.")).containsExactly(heading(line), paragraph("Text."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Es regnet.",
        "Dazu gehört:",
        "Erstens,",
        "Zweitens;",
        "Es regnet! Und wie",
        "„Es regnet.“",
        "In zwei\nZeilen",
      })
  void anythingElseIsAParagraph(String block) {
    assertThat(body(block + "\n\nText."))
        .containsExactly(paragraph(block.replace('\n', ' ')), paragraph("Text."));
  }

  @Test
  void aSubheadingHasAtMostAHundredCharacters() {
    var hundred = "😀".repeat(100);

    assertThat(body(hundred + "\n\nText.")).first().isEqualTo(heading(hundred));
    assertThat(body(hundred + "😀\n\nText.")).first().isEqualTo(paragraph(hundred + "😀"));
  }

  @Test
  void anyElementOfTheBodyMayFollowASubheading() {
    var body =
        body(
            """
            Eins

            Zwei

            A
            :B
            Liveblog

            Drei

            Wir warten. Noch.

            Mara Okafor, Chefin

            Vier

            Ein Titel

            Ein Clip.
            1.3.2026 | 0:48 min
            """);

    assertThat(body)
        .containsExactly(
            heading("Eins"),
            heading("Zwei"),
            liveblog("A", "B", null, null),
            heading("Drei"),
            quote("Wir warten. Noch.", "Mara Okafor", "Chefin"),
            heading("Vier"),
            video("Ein Titel", "Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void withNothingBelowItALineIsAParagraph() {
    var article = below("Eins\n\nZwei\n\nQuelle: dpa\n\nMore on floods");

    assertThat(article.body()).containsExactly(heading("Eins"), paragraph("Zwei"));
  }

  @Test
  void textIsPlainSoMarkupInItIsText() {
    var article = below("Ist 1 < 2?\n\n<b>Fett</b> &amp; mager &lt;");

    assertThat(article.body())
        .containsExactly(
            heading("Ist 1 < 2?"), paragraph("&lt;b&gt;Fett&lt;/b&gt; &amp;amp; mager &amp;lt;"));
  }
}
