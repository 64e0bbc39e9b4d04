package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.body;
import static extrablatt.formats.pagetext.PageTexts.heading;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.quote;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 4: quotes. */
final class QuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Mara Okafor, Vorsitzende                    # Mara Okafor # Vorsitzende",
        "Mara Okafor, chair, budget committee        # Mara Okafor # chair, budget committee",
        "Ursula von der Aue, Ministerin              # Ursula von der Aue # Ministerin",
        "Jan van den Berg, Fährmann                  # Jan van den Berg # Fährmann",
        "Prof. Dr. Änne Öz-Kılıç, Ärztin in St. Ives # Prof. Dr. Änne Öz-Kılıç # Ärztin in St. Ives",
        "Sean O'Dea, pilot                           # Sean O'Dea # pilot",
        "Luc d’Alba, maire                           # Luc d’Alba # maire",
        "Omar al-Karim, Bäcker                       # Omar al-Karim # Bäcker",
        "A. B. C. D. E, Autor                        # A. B. C. D. E # Autor",
        "Timo Kern, 43                               # Timo Kern # 43",
        "Timo Kern, Autor von „Ebbe“                 # Timo Kern # Autor von „Ebbe“",
      })
  void aNameACommaAndARoleMakeTheParagraphBeforeAQuote(String line, String speaker, String role) {
    assertThat(body("Wir warten auf das Wasser.\n\n" + line))
        .containsExactly(quote("Wir warten auf das Wasser.", speaker, role));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Okafor, Vorsitzende",
        "Anna Berta Cäsar Dora Emil Friedrich, Zeugen",
        "Mara Okafor wartet, Vorsitzende",
        "Mara Okafor, Vorsitzende.",
        "Mara Okafor, Vorsitzende?",
        "Mara Okafor, Vorsitzende!",
        "Mara Okafor, Vorsitzende:",
        "Mara Okafor, die Chefin, sagte: „Wir warten.“",
        "Mara Okafor,",
        "Mara Okafor",
        "Die 43 Helfer, alle müde",
        "von der, Niemand",
      })
  void anythingElseIsNoAttribution(String line) {
    assertThat(body("Wir warten auf das Wasser.\n\n" + line))
        .containsExactly(paragraph("Wir warten auf das Wasser."), paragraph(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Wir warten.\"",
        "„Wir warten!“",
        "“Are we waiting?”",
        "»Wir warten.«",
        "«Nous attendons.»",
        "'We wait.'",
        "„Wir warten. Und hoffen. Was sonst?“",
      })
  void aQuoteKeepsItsQuotationMarks(String said) {
    assertThat(body(said + "\n\nMara Okafor, Chefin"))
        .containsExactly(quote(said, "Mara Okafor", "Chefin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wir warten", "„Wir warten“", "Wir warten:", "Wir warten …"})
  void whatDoesNotEndASentenceIsNoQuote(String said) {
    var body = body(said + "\n\nMara Okafor, Chefin\n\nText.");

    assertThat(body).hasSize(3).contains(heading("Mara Okafor, Chefin"), paragraph("Text."));
  }

  @Test
  void oneParagraphHasOneSpeaker() {
    var body = body("Wir warten.\n\nMara Okafor, Chefin\n\nTimo Kern, Koch\n\nText.");

    assertThat(body)
        .containsExactly(
            quote("Wir warten.", "Mara Okafor", "Chefin"),
            heading("Timo Kern, Koch"),
            paragraph("Text."));
  }

  @Test
  void anAttributionDirectlyBelowIsPartOfTheParagraph() {
    assertThat(body("Wir warten.\nMara Okafor, Chefin"))
        .containsExactly(paragraph("Wir warten. Mara Okafor, Chefin"));
  }

  @Test
  void sourcesPartAParagraphFromAnAttribution() {
    assertThat(body("Wir warten.\nQuelle: dpa\n\nMara Okafor, Chefin\n\nText."))
        .containsExactly(
            paragraph("Wir warten."), heading("Mara Okafor, Chefin"), paragraph("Text."));
  }
}
