package extrablatt.formats.published;

import static extrablatt.formats.published.Articles.FULL;
import static extrablatt.formats.published.Articles.NOON;
import static extrablatt.formats.published.Articles.film;
import static extrablatt.formats.published.Articles.in;
import static extrablatt.formats.published.Articles.published;
import static extrablatt.formats.published.Articles.text;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.publishing.Variant;
import extrablatt.formats.json.ForeignJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for an article in every format. */
final class VariantsTest {
  private static final String CAPTION = "Bilder vom Deich";

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyWordThatAReaderSeesIsInIt(Variant variant) {
    var text = text(variant, published(FULL));

    assertThat(text.replaceAll("<[^>]*>|[*\\\\]", ""))
        .contains("Sturmflut", "vorerst", "atmet auf", "Noch 3", "Nacht", "alle da", "Inga Wolke")
        .contains("Deichgräfin", "Wasser", "dann", "Norderau", "5,2 m", "Gebaut 1962")
        .contains("Alle halfen", "Küstendienst", "Der Pegel stand tiefer", "Ada Kern");
    assertThat(text).contains("Die Karte");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aFilmStandsInItWhileItIsShown(Variant variant) {
    var article = published(withFilm(), film(FilmSamples.UNTIL_ONE));

    assertThat(text(in(variant, article), NOON, null)).contains(CAPTION);
    assertThat(text(in(variant, article), NOON.plusSeconds(3_600), null))
        .doesNotContain(CAPTION)
        .doesNotContain("film.mp4")
        .contains("Davor")
        .contains("Danach");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void whereAFilmIsNotShownItsWordsAre(Variant variant) {
    var article = published(withFilm(), film(FilmSamples.GERMAN));

    assertThat(text(in(variant, article), NOON, "CH")).contains(CAPTION).doesNotContain("film.mp4");
    if (variant != Variant.TEXT)
      assertThat(text(in(variant, article), NOON, "DE")).contains("film.mp4");
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"LINKED_DATA", "NINJS"})
  void jsonStaysJsonWhateverIsShown(Variant variant) {
    for (var film : List.of(FilmSamples.UNTIL_ONE, FilmSamples.GERMAN, FilmSamples.ANYWHERE)) {
      var rendering = in(variant, published(withFilm(), film(film)));
      for (var country : new String[] {"DE", "CH"}) {
        for (long seconds : new long[] {0, 7_200}) {
          var text = text(rendering, NOON.plusSeconds(seconds), country);

          assertThat(ForeignJson.read(Bytes.utf8(text)))
              .as(text)
              .isInstanceOf(ForeignJson.Read.Document.class);
        }
      }
    }
  }

  /** A piece that begins with a brace would get a comma. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void bracesInTheTextAddNoComma(Variant variant) {
    var braces =
        FULL.withBody(
            List.of(
                new Block.Paragraph("{a}"),
                new Block.VideoTeaser(Articles.FILM),
                new Block.Paragraph("{b}"),
                new Block.VideoTeaser(Articles.FILM),
                new Block.Heading(2, "{c}")));
    var article = published(braces, film(FilmSamples.UNTIL_ONE));

    for (long seconds : new long[] {0, 7_200})
      assertThat(text(in(variant, article), NOON.plusSeconds(seconds), null))
          .doesNotContain(",{b}")
          .doesNotContain(",{c}")
          .contains("{c}");
  }

  @Test
  void linkedDataEndsNoScript() {
    var text = text(Variant.LINKED_DATA, published(FULL));

    assertThat(text).doesNotContain("<").contains("\\u003chält>");
  }

  @Test
  void theSameArticleIsTheSameText() {
    for (var variant : Variant.values())
      assertThat(text(variant, published(withFilm(), film(FilmSamples.ANYWHERE))))
          .isEqualTo(text(variant, published(withFilm(), film(FilmSamples.ANYWHERE))));
  }

  private static ArticleContent withFilm() {
    var body = new ArrayList<Block>();
    body.add(new Block.Paragraph("Davor."));
    body.add(new Block.VideoTeaser(Articles.FILM));
    body.add(new Block.Paragraph("Danach."));
    return FULL.withBody(body);
  }
}
