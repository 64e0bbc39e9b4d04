package extrablatt.domain.articles;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
  private static final ArticleId ID = new ArticleId("01JQ8Z0000AAAAAAAAAAAAAAAA");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sturmflut trifft Küste            | sturmflut-trifft-kueste
          ÄÖÜ äöü ß ẞ                       | aeoeue-aeoeue-ss-ss
          Ærø og Ålesund, Øresund           | aeroe-og-aalesund-oeresund
          Café crème à la Citroën           | cafe-creme-a-la-citroen
          "„Rettung“: 25 % mehr – für wen?" | rettung-25-mehr-fuer-wen
          İstanbul                          | istanbul
          iPhone в России                   | iphone
          --- 1:0 ---                       | 1-0
          """)
  void aHeadlineGivesAReadableSlug(String headline, String slug) {
    assertThat(Slugs.of(headline, ID)).isEqualTo(new Slug(slug));
  }

  @Test
  void combiningMarksCountLikeTheLettersTheyMake() {
    assertThat(Slugs.of("Gru\u0308ße aus A\u030Arhus", ID)).hasToString("gruesse-aus-aarhus");
  }

  @ParameterizedTest
  @CsvSource({"Новости дня", "東京で雪", "！？", "'   '", "''"})
  void whatHasNoLatinLetterOrDigitGivesTheId(String headline) {
    assertThat(Slugs.of(headline, ID)).hasToString("01jq8z0000aaaaaaaaaaaaaaaa");
  }

  @Test
  void aLongHeadlineIsCutAtAWord() {
    var headline =
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn";

    assertThat(Slugs.of(headline, ID))
        .hasToString("eins-zwei-drei-vier-fuenf-sechs-sieben-acht-neun-zehn-elf-zwoelf-dreizehn");
  }

  @Test
  void aWordThatEndsAtTheEightiethCharacterStays() {
    var eighty = "a".repeat(39) + "-" + "b".repeat(40);

    assertThat(Slugs.of(eighty + " c", ID)).hasToString(eighty);
    assertThat(Slugs.of(eighty, ID)).hasToString(eighty);
  }

  @Test
  void aSingleWordTooLongIsCutWithin() {
    assertThat(Slugs.of("x".repeat(200), ID)).hasToString("x".repeat(80));
  }

  @Test
  void theNameOfTheChangeFeedCountsAsTaken() {
    var slug = Slugs.of("Changes!", ID);

    assertThat(slug).hasToString("changes-2");
    assertThat(Slugs.numbered(slug, 2)).hasToString("changes-3");
    assertThat(Slugs.isReserved(new Slug("changes"))).isTrue();
    assertThat(Slugs.isReserved(slug)).isFalse();
  }

  @Test
  void aNumberedSlugIsNeverTooLong() {
    assertThat(Slugs.numbered(new Slug("wahl"), 2)).hasToString("wahl-2");
    assertThat(Slugs.numbered(new Slug("a".repeat(100)), 10)).hasToString("a".repeat(97) + "-10");
    assertThat(Slugs.numbered(new Slug("a".repeat(97) + "-bc"), 3))
        .hasToString("a".repeat(97) + "-3");
  }
}
