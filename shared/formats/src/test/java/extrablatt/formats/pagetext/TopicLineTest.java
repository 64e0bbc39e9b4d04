package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.below;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: the topic. */
final class TopicLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Aktuelle Nachrichten zum Hochwasser     # Hochwasser",
        "Aktuelle Nachrichten zur Bundestagswahl # Bundestagswahl",
        "Aktuelle Nachrichten zu Rente, Pflege   # Rente, Pflege",
        "Aktuelle Nachrichten zu zum Beispiel    # zum Beispiel",
        "More on harbour tunnels                 # harbour tunnels",
        "Aktuelle Nachrichten zu                 # Aktuelle Nachrichten zu",
        "Aktuelle Nachrichten zuhause            # Aktuelle Nachrichten zuhause",
        "More on                                 # More on",
        "More only here                          # More only here",
        "Hochwasser an der Elbe                  # Hochwasser an der Elbe",
        "Was nun?                                # Was nun?",
        "14.03/2026 | 0:48 min                   # 14.03/2026 | 0:48 min",
      })
  void theLastLineAfterSourcesIsTheTopic(String line, String topic) {
    var article = below("Text.\n\nQuelle: dpa\n" + line);

    assertThat(article.topics()).containsExactly(topic);
    assertThat(article.body()).containsExactly(paragraph("Text."));
  }

  @Test
  void theLastLineAfterALiveblogTeaserIsTheTopic() {
    var article = below("Lage\n:Neues\nLiveblog\nMore on floods\n\n|\n");

    assertThat(article.topics()).containsExactly("floods");
    assertThat(article.body()).hasSize(1).first().isInstanceOf(Block.LiveblogHint.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quelle: dpa\n\nEs regnet.",
        "Quelle: dpa\n\n„Es regnet.“",
        "Quelle: dpa\n\nDazu gehört:",
        "Quelle: dpa\n\nHochwasser\nin zwei Zeilen",
        "Quelle: dpa\n\nEs regnet.\n\nHochwasser",
        "Hochwasser",
      })
  void anyOtherLastLineIsText(String text) {
    var article = below(text);

    assertThat(article.topics()).isEmpty();
    assertThat(article.body()).isNotEmpty().allMatch(block -> block instanceof Block.Paragraph);
  }

  @Test
  void aLineInTheMiddleIsNoTopic() {
    var article = below("Quelle: dpa\n\nMore on floods\n\nText.");

    assertThat(article.topics()).isEmpty();
    assertThat(article.body())
        .containsExactly(PageTexts.heading("More on floods"), paragraph("Text."));
  }

  @Test
  void whatIsTooLongForATopicStaysAParagraph() {
    var long200 = "x".repeat(200);

    assertThat(below("Quelle: dpa\n\n" + long200).topics()).containsExactly(long200);
    assertThat(below("Quelle: dpa\n\n" + long200 + "x").topics()).isEmpty();
    assertThat(below("Quelle: dpa\n\n" + long200 + "x").body())
        .containsExactly(paragraph(long200 + "x"));
  }
}
