package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.below;
import static extrablatt.formats.pagetext.PageTexts.body;
import static extrablatt.formats.pagetext.PageTexts.heading;
import static extrablatt.formats.pagetext.PageTexts.liveblog;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.quote;
import static extrablatt.formats.pagetext.PageTexts.video;
import static extrablatt.formats.pagetext.PageTexts.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.videos.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 3: video teasers. */
final class VideoTeasersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "14.03.2026 | 0:48 min      ; 2026-03-14 ; PT48S",
        "1.2.2026 | 12:05 min       ; 2026-02-01 ; PT12M5S",
        "03/09/2026 | 1:30 min      ; 2026-09-03 ; PT1M30S",
        "31/1/2026 | 90:00 min      ; 2026-01-31 ; PT1H30M",
        "29.02.2024 | 1:12:30 min   ; 2024-02-29 ; PT1H12M30S",
        "14.03.2026|0:48min         ; 2026-03-14 ; PT48S",
        "14.03.2026 |\u00a00:48\u00a0min ; 2026-03-14 ; PT48S",
      })
  void aClosingLineSaysDayFirstAndHowLong(String line, String date, String duration) {
    assertThat(body("Ein Clip.\n\n" + line)).containsExactly(video("Ein Clip.", date, duration));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14.03/2026 | 0:48 min",
        "14.03.26 | 0:48 min",
        "14.03.2026 | 0:48",
        "14.03.2026 0:48 min",
        "14.03.2026 | 48 min",
        "Am 14.03.2026 | 0:48 min",
        "14.03.2026 | 0:48 min Video",
      })
  void anythingElseClosesNothing(String line) {
    assertThat(body("Ein Clip.\n\n" + line))
        .containsExactly(paragraph("Ein Clip."), paragraph(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.02.2026 | 0:48 min",
        "29.02.2026 | 0:48 min",
        "03/13/2026 | 0:48 min",
        "0.1.2026 | 0:48 min",
        "14.03.2026 | 0:60 min",
        "14.03.2026 | 1:60:00 min",
      })
  void aDateOrLengthThatCannotBeStaysAParagraphWithAWarning(String line) {
    var text = "Ein Clip.\n" + line + "\nText.";

    assertThat(body(text))
        .containsExactly(paragraph("Ein Clip."), paragraph(line), paragraph("Text."));
    assertThat(warnings("Titel\n\nVorspann.\n\n" + text))
        .containsExactly(
            "Line 6, \"%s\", has no date or no length that can be and stays a paragraph"
                .formatted(line));
  }

  @Test
  void aClosingLineWithNothingBeforeItStaysAParagraphWithAWarning() {
    var text = "Titel\n\nVorspann.\n\n14.03.2026 | 0:48 min\n\nText.";

    assertThat(PageTexts.article(text).body())
        .containsExactly(paragraph("14.03.2026 | 0:48 min"), paragraph("Text."));
    assertThat(warnings(text))
        .containsExactly(
            "Line 5, \"14.03.2026 | 0:48 min\", has no caption before it and stays a paragraph");
  }

  @Test
  void theBlockBeforeTheCaptionIsTheTitle() {
    var body =
        body("Text davor.\n\nAm Deich\n\nHelfer füllen Säcke. Es regnet.\n\n1.3.2026 | 0:48 min");

    assertThat(body)
        .containsExactly(
            paragraph("Text davor."),
            video("Am Deich", "Helfer füllen Säcke. Es regnet.", "2026-03-01", "PT48S"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am Deich.",
        "Wer zahlt den Deich?",
        "01.03.2026, Schönebeck: Ein Bagger (l) auf dem Deich, daneben Ralf Timm (2.v.r).",
        "Prof. Dr. med. Ada Vogt am 3. Februar mit J. F. Kranz in St. Peter, also z. B. hier.",
        "\"Das reicht!\" Helfer am Ende ihrer Kraft",
        "Seit 5.30 Uhr. das Wasser kommt",
        "Video: Deich, Damm; Wehr:",
      })
  void aTitleIsOneSentenceHoweverDatedOrPunctuated(String title) {
    assertThat(body(title + "\n\nEin Clip.\n\n1.3.2026 | 0:48 min"))
        .containsExactly(video(title, "Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void aTitleMayBeLong() {
    var title = "Ein Bagger verfüllt " + "und verfüllt ".repeat(500) + "den Deich.";

    assertThat(body(title + "\n\nEin Clip.\n\n1.3.2026 | 0:48 min"))
        .containsExactly(video(title, "Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void severalSentencesAreNoTitle() {
    assertThat(body("Es regnet. Der Deich hält.\n\nEin Clip.\n\n1.3.2026 | 0:48 min"))
        .containsExactly(
            paragraph("Es regnet. Der Deich hält."), video("Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void aBarBetweenSpacesPartsSpeakerAndRole() {
    assertThat(
            body(
                "Dr. Jana Lorenz | Reporterin, Studio | Magdeburg\n\nEin Clip.\n1.3.2026 | 0:48 min"))
        .containsExactly(
            video(
                new Speaker("Dr. Jana Lorenz", "Reporterin, Studio | Magdeburg"),
                "Ein Clip.",
                "2026-03-01",
                "PT48S"));
  }

  @Test
  void aParagraphWithABarInItIsNoSpeaker() {
    var paragraph = "Es regnet. Der Kurs von Nord | Süd stieg.";

    assertThat(body(paragraph + "\n\nEin Clip.\n\n1.3.2026 | 0:48 min"))
        .containsExactly(paragraph(paragraph), video("Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void aBarWithoutSpacesIsPartOfTheTitle() {
    assertThat(body("Und|Oder\n\nEin Clip.\n\n1.3.2026 | 0:48 min"))
        .containsExactly(video("Und|Oder", "Ein Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void theCaptionOfOneVideoIsNotTheTitleOfTheNext() {
    var body = body("Eins.\n1.3.2026 | 0:48 min\nZwei.\n2.3.2026 | 0:49 min\n3.3.2026 | 0:50 min");

    assertThat(body)
        .containsExactly(
            video("Eins.", "2026-03-01", "PT48S"),
            video("Zwei.", "2026-03-02", "PT49S"),
            paragraph("3.3.2026 | 0:50 min"));
  }

  @Test
  void aCaptionMayLookLikeAnAttribution() {
    var body = body("Wir warten. Noch.\n\nMara Okafor, Vorsitzende\n\n1.3.2026 | 0:48 min");

    assertThat(body)
        .containsExactly(
            paragraph("Wir warten. Noch."),
            video("Mara Okafor, Vorsitzende", "2026-03-01", "PT48S"));
  }

  @Test
  void aCaptionOfSeveralLinesIsOneText() {
    assertThat(body("Zeile eins\nund zwei.\n1.3.2026 | 0:48 min"))
        .containsExactly(video("Zeile eins und zwei.", "2026-03-01", "PT48S"));
  }

  @Test
  void sourcesMayStandBetweenCaptionAndClosingLine() {
    var article = below("Ein Clip.\nQuelle: dpa\n1.3.2026 | 0:48 min");

    assertThat(article.body()).containsExactly(video("Ein Clip.", "2026-03-01", "PT48S"));
    assertThat(article.sources()).containsExactly("dpa");
  }

  @Test
  void aLiveblogTeaserIsNeitherCaptionNorTitle() {
    var body =
        body("A\n:B\nLiveblog\n1.3.2026 | 0:48 min\n\nA\n:B\nLiveblog\nClip.\n1.3.2026 | 0:48 min");

    assertThat(body)
        .containsExactly(
            liveblog("A", "B", null, null),
            paragraph("1.3.2026 | 0:48 min"),
            liveblog("A", "B", null, null),
            video("Clip.", "2026-03-01", "PT48S"));
  }

  @Test
  void aVideoTeaserLeavesQuotesAndSubheadingsBeforeItAlone() {
    var body =
        body(
            "Zwischentitel\n\nWir warten.\n\nMara Okafor, Chefin\n\nAm Deich\n\nClip.\n\n"
                + "1.3.2026 | 0:48 min");

    assertThat(body)
        .containsExactly(
            heading("Zwischentitel"),
            quote("Wir warten.", "Mara Okafor", "Chefin"),
            video("Am Deich", "Clip.", "2026-03-01", "PT48S"));
  }
}
