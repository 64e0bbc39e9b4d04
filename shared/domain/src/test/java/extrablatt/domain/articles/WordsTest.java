package extrablatt.domain.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @Test
  void everyTextOfTheBodyCounts() {
    var article =
        ArticleContent.titled("Die Überschrift zählt nicht")
            .withBody(
                List.of(
                    new Block.Paragraph("eins <strong>zw</strong>ei<br>drei &amp; vier"),
                    new Block.Heading(2, "fünf"),
                    new Block.Quote("„sechs – sieben“", "Niemand", "zählt mit"),
                    new Block.ItemList(false, List.of("acht", "<a href=\"/neun\">neun</a>")),
                    new Block.Table(List.of("zehn"), List.of(List.of("11", "zwölf"))),
                    new Block.Infobox("dreizehn", List.of(new Block.Paragraph("vierzehn"))),
                    new Block.Divider()));

    assertThat(Words.count(article)).isEqualTo(14);
  }

  @Test
  void anArticleWithoutTextHasNone() {
    assertThat(Words.count(ArticleContent.titled("Nur Titel"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "200, 1", "201, 2", "400, 2", "401, 3"})
  void twoHundredWordsTakeAMinute(int words, int minutes) {
    assertThat(Words.readingTime(words)).isEqualTo(Duration.ofMinutes(minutes));
  }
}
