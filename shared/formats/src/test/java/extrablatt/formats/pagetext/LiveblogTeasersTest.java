package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.below;
import static extrablatt.formats.pagetext.PageTexts.body;
import static extrablatt.formats.pagetext.PageTexts.heading;
import static extrablatt.formats.pagetext.PageTexts.liveblog;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.video;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 2: liveblog teasers and sources. */
final class LiveblogTeasersTest {

  @Test
  void aTeaserHasKickerHeadlineSummaryAndCaption() {
    var body =
        body(
            """
            Sturm im Norden
            :Die Lage an der Küste

            Was wir wissen. Und was nicht.
            Wellen am 13.03.2026 vor Büsum. Foto von der Mole.
            Liveblog
            """);

    assertThat(body)
        .containsExactly(
            liveblog(
                "Sturm im Norden",
                "Die Lage an der Küste",
                "Was wir wissen. Und was nicht.",
                "Wellen am 13.03.2026 vor Büsum. Foto von der Mole."));
  }

  @Test
  void blankLinesInsideATeaserDoNotCount() {
    var body =
        body(
            """
            Davor ein Satz.
            Sturm
            : Lage

            Zusammenfassung.


            Bild eins.

            |

            Bild zwei.

            Liveblog
            Danach ein Satz.
            """);

    assertThat(body)
        .containsExactly(
            paragraph("Davor ein Satz."),
            liveblog("Sturm", "Lage", "Zusammenfassung.", "Bild eins. Bild zwei."),
            paragraph("Danach ein Satz."));
  }

  @Test
  void aTeaserMayBeShort() {
    assertThat(body("Sturm\n:Lage\nLiveblog"))
        .containsExactly(liveblog("Sturm", "Lage", null, null));
    assertThat(body("Sturm\n:Lage\n\nKurz.\nLiveblog"))
        .containsExactly(liveblog("Sturm", "Lage", "Kurz.", null));
  }

  @Test
  void thereMayBeSeveralTeasers() {
    var body = body("A\n:B\nLiveblog\nC\n:D\n\nE\nF\nLiveblog\n\nText.");

    assertThat(body)
        .containsExactly(
            liveblog("A", "B", null, null), liveblog("C", "D", "E", "F"), paragraph("Text."));
  }

  @Test
  void withoutItsEndATeaserIsText() {
    var body = body("Sturm\n:Lage\n\nZusammenfassung.\n\nSchluss.");

    assertThat(body)
        .containsExactly(
            paragraph("Sturm :Lage"), paragraph("Zusammenfassung."), paragraph("Schluss."));
  }

  @Test
  void ofTwoBeginningsBeforeOneEndTheLaterCounts() {
    var body = body("A\n:B\n\nText.\n\nC\n:D\n\nE\nLiveblog");

    assertThat(body)
        .containsExactly(paragraph("A :B"), paragraph("Text."), liveblog("C", "D", "E", null));
  }

  @Test
  void aTeaserDoesNotReachBeyondAClosingLine() {
    var body = body("A\n:B\n\nEin Clip.\n14.03.2026 | 0:48 min\nLiveblog\n\nText.");

    assertThat(body)
        .containsExactly(
            video("A :B", "Ein Clip.", "2026-03-14", "PT48S"),
            heading("Liveblog"),
            paragraph("Text."));
  }

  @Test
  void aColonLineNeedsALineDirectlyBeforeItAndTextOfItsOwn() {
    assertThat(body("A\n\n:B\n\nText.\nLiveblog"))
        .containsExactly(heading("A"), heading(":B"), paragraph("Text. Liveblog"));
    assertThat(body("A.\n:\n\nText.\n\nLiveblog"))
        .containsExactly(paragraph("A. :"), paragraph("Text."), paragraph("Liveblog"));
  }

  @Test
  void sourcesInsideATeaserAreTheArticles() {
    var article = below("A\n:B\n\nC\nQuelle: dpa\nD\nLiveblog");

    assertThat(article.body()).containsExactly(liveblog("A", "B", "C", "D"));
    assertThat(article.sources()).containsExactly("dpa");
  }

  @ParameterizedTest
  @CsvSource({"Quelle, de", "Quellen, de", "Source, en", "Sources, en"})
  void sourcesAreSplitAtCommasAndTellTheLanguage(String word, String language) {
    var article = below("Text.\n\n" + word + ":  dpa , Reuters,, eigene Recherche,");

    assertThat(article.sources()).containsExactly("dpa", "Reuters", "eigene Recherche");
    assertThat(article.language()).isEqualTo(language);
    assertThat(article.body()).containsExactly(paragraph("Text."));
  }

  @Test
  void sourcesEndABlockWithoutABlankLineAndMayStandInTheMiddle() {
    var article = below("Eins.\nQuelle: dpa\nZwei.\n\nDrei.\n\nSource: AP\n\nVier.");

    assertThat(article.sources()).containsExactly("dpa", "AP");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.body())
        .containsExactly(
            paragraph("Eins."), paragraph("Zwei."), paragraph("Drei."), paragraph("Vier."));
  }

  @Test
  void aSourcesWordWithoutColonOrInsideALineIsText() {
    var article = below("Die Quelle: unbekannt.\n\nQuelle dpa.\n\nQuellenlage: dünn.");

    assertThat(article.sources()).isEmpty();
    assertThat(article.language()).isNull();
    assertThat(article.body()).hasSize(3);
  }

  @Test
  void sourcesThatNameNothingOnlyGo() {
    var article = below("Text.\n\nQuelle:\nSchluss");

    assertThat(article.sources()).isEmpty();
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.topics()).isEmpty();
    assertThat(article.body()).containsExactly(paragraph("Text."), paragraph("Schluss"));
  }
}
