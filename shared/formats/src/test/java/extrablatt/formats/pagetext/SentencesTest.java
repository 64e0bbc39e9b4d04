package extrablatt.formats.pagetext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where sentences end. */
final class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Am 3. Februar",
        "Am 13.03.2026. Danach nichts",
        "Dr. Müller und Prof. Öz",
        "Dipl.-Ing. Meyer",
        "J. F. Kranz",
        "z. B. Äpfel",
        "Was? nichts",
        "Ende.Anfang",
        "Genug. „Ja“",
        "„Genug!“ Nein",
        "Es regnet. 400 Helfer",
        "...",
        "",
      })
  void oneSentence(String text) {
    assertThat(Sentences.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Es regnet. Der Deich hält",
        "Warum? Darum",
        "Halt! Stopp!",
        "Halt!! Stopp",
        "Es regnet.\u00a0\tÄcker stehen unter Wasser",
        "Und dann... Stille",
        "Er heißt Adr. Mehr nicht",
        "Am Ende (2026). Schluss",
      })
  void severalSentences(String text) {
    assertThat(Sentences.isOne(text)).isFalse();
  }
}
