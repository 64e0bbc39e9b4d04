package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.article;
import static extrablatt.formats.pagetext.PageTexts.liveblog;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.video;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1: headline, kicker and lead. */
final class TitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Fähre fährt wieder                        # ",
        "Inselverkehr: Fähre fährt wieder          # Inselverkehr",
        "Inselverkehr:Fähre fährt wieder           # Inselverkehr",
        "Inselverkehr Fähre fährt wieder           # Inselverkehr",
        "Reederei: \"Bald\":Fähre fährt wieder     # Reederei: \"Bald\"",
        "Reederei: „Bald“: Fähre fährt wieder      # Reederei: „Bald“",
        "Owner: “Soon”: Fähre fährt wieder         # Owner: “Soon”",
        "»Bald«, sagt's Amt Fähre fährt wieder     # »Bald«, sagt's Amt",
        "Live::Fähre fährt wieder                  # Live:",
        ":Fähre fährt wieder                       # ",
        "Um 8:30 - heute :  Fähre fährt wieder     # Um 8:30 - heute",
      })
  void whatStandsBeforeTheRepeatedHeadlineIsTheKicker(String repetition, String kicker) {
    var article = article("Fähre fährt wieder\n\n" + repetition + "\n\n|\n\nEin Vorspann.");

    assertThat(article.headline()).isEqualTo("Fähre fährt wieder");
    assertThat(article.kicker()).isEqualTo(kicker);
    assertThat(article.lead()).isEqualTo("Ein Vorspann.");
    assertThat(article.body()).isEmpty();
  }

  @Test
  void aHeadlineMayHoldDashesColonsAndQuotationMarks() {
    var headline = "Rat - Amt: \"Wer zahlt?\" - ein Überblick";

    var article = article(headline + "\nStreit:" + headline + "\n\nEin Vorspann.");

    assertThat(article.headline()).isEqualTo(headline);
    assertThat(article.kicker()).isEqualTo("Streit");
  }

  @Test
  void withoutARepeatedHeadlineTheNextBlockIsTheLead() {
    var article = article("Schlagzeile\nVorspann gleich darunter.\nZweite Zeile.\n\nText.");

    assertThat(article.kicker()).isNull();
    assertThat(article.lead()).isEqualTo("Vorspann gleich darunter. Zweite Zeile.");
    assertThat(article.body()).containsExactly(paragraph("Text."));
  }

  @Test
  void theHeadlineIsRepeatedOnlyOnce() {
    var article = article("Titel\nTitel\nTitel");

    assertThat(article.lead()).isEqualTo("Titel");
  }

  @Test
  void aHeadlineMayStandAlone() {
    var article = article("\n\n  Nur ein Titel\t\n");

    assertThat(article.headline()).isEqualTo("Nur ein Titel");
    assertThat(article.lead()).isNull();
    assertThat(article.body()).isEmpty();
  }

  @Test
  void loneBarsGoWhereverTheyStand() {
    var article = article("|\nTitel\n|\nDach: Titel\n\nVorspann.\n\nEins.\n |\u00a0\nZwei.\n|");

    assertThat(article.headline()).isEqualTo("Titel");
    assertThat(article.kicker()).isEqualTo("Dach");
    assertThat(article.body()).containsExactly(paragraph("Eins."), paragraph("Zwei."));
  }

  @Test
  void theLeadIsTakenBeforeAnyLaterRuleCouldClaimIt() {
    var article = article("Titel\n\nKurz und ohne Punkt\n\n14.03.2026 | 0:48 min");

    assertThat(article.lead()).isEqualTo("Kurz und ohne Punkt");
    assertThat(article.body()).containsExactly(paragraph("14.03.2026 | 0:48 min"));
  }

  @Test
  void theLeadIsNoTitleOfAVideo() {
    var article = article("Titel\n\nVorspann\n\nEin Clip.\n\n14.03.2026 | 0:48 min");

    assertThat(article.lead()).isEqualTo("Vorspann");
    assertThat(article.body()).containsExactly(video("Ein Clip.", "2026-03-14", "PT48S"));
  }

  @Test
  void theLeadIsNoQuote() {
    var article = article("Titel\n\nVorspann.\n\nMara Okafor, Vorsitzende\n\nText.");

    assertThat(article.lead()).isEqualTo("Vorspann.");
    assertThat(article.body())
        .containsExactly(PageTexts.heading("Mara Okafor, Vorsitzende"), paragraph("Text."));
  }

  @Test
  void aLiveblogTeaserRightBelowTheTitleIsNotTheLead() {
    var article = article("Titel\n\nLage\n:Alles Neue\nLiveblog\n\nVorspann.\n\nText.");

    assertThat(article.lead()).isEqualTo("Vorspann.");
    assertThat(article.body())
        .containsExactly(liveblog("Lage", "Alles Neue", null, null), paragraph("Text."));
  }

  @Test
  void sourcesRightBelowTheTitleAreNotTheLead() {
    var article = article("Titel\nQuelle: dpa\nVorspann ohne Punkt");

    assertThat(article.lead()).isEqualTo("Vorspann ohne Punkt");
    assertThat(article.sources()).containsExactly("dpa");
    assertThat(article.topics()).isEmpty();
  }
}
