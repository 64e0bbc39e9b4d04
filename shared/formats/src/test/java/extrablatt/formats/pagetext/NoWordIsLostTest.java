package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.article;
import static extrablatt.formats.pagetext.PageTexts.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every word of the input is in the result, as often as it stood there and in the same order; only
 * markers go.
 */
final class NoWordIsLostTest {
  private static final long DOCUMENTS = 3_000;

  /** The words that a rule may take away as markers, unless they are text. */
  private static final Set<String> MARKERS =
      Set.of(
          "min",
          "Liveblog",
          "Quelle",
          "Quellen",
          "Source",
          "Sources",
          "Aktuelle",
          "Nachrichten",
          "zu",
          "zum",
          "zur",
          "More",
          "on",
          "\u0001");

  @Test
  void everyWordIsInTheResultAsOftenAsInTheText() {
    documents()
        .forEach(document -> {
          var words = Words.of(article(document.text()));

          assertThat(withoutMarkers(words)).as(document.text()).isEqualTo(expected(document));
        });
  }

  @Test
  void noMarkerIsInTheResultMoreOftenThanInTheText() {
    documents()
        .forEach(document -> {
          var before = Words.of(document.text());
          var after = Words.of(article(document.text()));

          for (var marker : MARKERS) {
            assertThat(Collections.frequency(after, marker))
                .as(document.text())
                .isLessThanOrEqualTo(Collections.frequency(before, marker));
          }
        });
  }

  @Test
  void theBodyAndTheSourcesKeepTheOrderOfTheText() {
    documents()
        .forEach(document -> {
          var article = article(document.text());

          assertThat(places(document, Words.ofBody(article))).as(document.text()).isSorted();
          assertThat(places(document, Words.ofSources(article))).as(document.text()).isSorted();
        });
  }

  @Test
  void theRandomDocumentsHoldEveryKindOfElement() {
    var kinds =
        documents()
            .flatMap(document -> article(document.text()).body().stream())
            .map(block -> block.getClass().getSimpleName())
            .distinct();

    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "Paragraph", "Heading", "Quote", "NewVideoTeaser", "LiveblogHint");
  }

  @ParameterizedTest
  @CsvSource({"elbe-hochwasser.txt, true", "harbour-tunnel.txt, true", "minimal.txt, false"})
  void theSamplesKeepEveryWord(String name, boolean isTitleRepeated) {
    var text = new String(sample(name), UTF_8);

    var article = article(text);

    assertThat(withoutMarkers(Words.of(article)))
        .isEqualTo(less(withoutMarkers(Words.of(text)), isTitleRepeated ? article.headline() : ""));
  }

  private static Stream<RandomPageText> documents() {
    return LongStream.range(0, DOCUMENTS).mapToObj(RandomPageText::new);
  }

  private static List<String> expected(RandomPageText document) {
    return less(withoutMarkers(Words.of(document.text())), document.repeated());
  }

  private static List<String> withoutMarkers(List<String> words) {
    return words.stream().filter(word -> !MARKERS.contains(word)).sorted().toList();
  }

  private static List<String> less(List<String> words, String text) {
    var rest = new ArrayList<>(words);
    Words.of(text).forEach(rest::remove);
    return rest;
  }

  private static List<Integer> places(RandomPageText document, List<String> words) {
    return words.stream()
        .map(word -> document.made().indexOf(letters(word)))
        .filter(place -> place >= 0)
        .toList();
  }

  private static String letters(String word) {
    return word.replaceAll("[^\\p{L}]", "");
  }
}
