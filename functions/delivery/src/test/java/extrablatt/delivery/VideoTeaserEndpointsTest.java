package extrablatt.delivery;

import static extrablatt.delivery.Shop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.TeaserId;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.videos.Countries;
import extrablatt.http.Gzip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VideoTeaserEndpointsTest {
  private static final String COUNTRY = "CloudFront-Viewer-Country";
  private static final String EVERYTHING = "{\"title\":\"Flut\",\"streams\":[]}";

  private static final ListName SHOWING = new ListName.Showing(new TeaserId(Shop.ID));

  private final Shop shop = new Shop();

  private void deniedIn(String country) {
    var countries = new Countries(List.of(), List.of(country));
    shop.teaserStands(
        new Piece(Bytes.utf8("{\"title\":\"Flut\""), null),
        new Piece(Bytes.utf8(",\"streams\":[]"), new Condition(null, null, countries)),
        new Piece(Bytes.utf8("}"), null));
  }

  @Test
  void streamsAreLeftOutWhereTheyAreDenied() {
    deniedIn("CH");

    var swiss = shop.teaser(COUNTRY, "CH");

    assertThat(swiss.body().text()).isEqualTo("{\"title\":\"Flut\"}");
    assertThat(swiss.header("Vary")).contains("Accept-Encoding, CloudFront-Viewer-Country");
  }

  @Test
  void streamsAreShownElsewhereAndWhereNobodyKnows() {
    deniedIn("CH");

    for (var country : new String[] {"DE", "ch", "", "Schweiz"}) {
      assertThat(shop.teaser(COUNTRY, country).body().text()).isEqualTo(EVERYTHING);
    }
    assertThat(shop.teaser().body().text()).isEqualTo(EVERYTHING);
    assertThat(shop.teaser().header("Vary")).contains("Accept-Encoding, CloudFront-Viewer-Country");
  }

  @Test
  void withACdnOnlyTheCdnSaysWhereTheViewerIs() {
    deniedIn("CH");
    shop.environment = Map.of("CURSOR_SECRET", "secret", "ORIGIN_SECRET", "s3cret");

    var byTheCdn = shop.teaser(COUNTRY, "CH", CdnGuard.HEADER, "s3cret");

    assertThat(byTheCdn.body().text()).isEqualTo("{\"title\":\"Flut\"}");
    assertThat(shop.teaser(COUNTRY, "CH").body().text()).isEqualTo(EVERYTHING);
    assertThat(shop.teaser(COUNTRY, "CH", CdnGuard.HEADER, "s3cre").body().text())
        .isEqualTo(EVERYTHING);
  }

  @Test
  void bothFormsHaveTagsOfTheirOwn() {
    deniedIn("CH");
    var german = shop.teaser(COUNTRY, "DE").header("ETag").orElseThrow();

    assertThat(shop.teaser(COUNTRY, "DE", "If-None-Match", german).status()).isEqualTo(304);
    assertThat(shop.teaser(COUNTRY, "CH", "If-None-Match", german).status()).isEqualTo(200);
  }

  @Test
  void joinedTeaserIsCompressedAfterwards() {
    deniedIn("CH");

    var response = shop.teaser("Accept-Encoding", "gzip");

    assertThat(Gzip.decompressed(response.body()).text()).isEqualTo(EVERYTHING);
  }

  @Test
  void teaserOutsideItsWindowIsNotFound() {
    var window = new Condition(NOON, NOON.plusSeconds(5), Countries.EVERYWHERE);
    shop.teaserStands(new Piece(Bytes.utf8(EVERYTHING), window));

    assertThat(shop.teaser().header("Cache-Control")).contains("max-age=5");
    assertThat(shop.teaser().header("Vary")).contains("Accept-Encoding");

    shop.now = NOON.plusSeconds(5);
    assertThat(shop.teaser().status()).isEqualTo(404);
    assertThat(shop.teaser().body().text()).contains("There is no such video teaser.");

    shop.now = NOON.minusMillis(1);
    assertThat(shop.teaser().status()).isEqualTo(404);
  }

  @Test
  void theArticlesThatShowItComeLast() {
    shop.teaserStands(new Piece(Bytes.utf8(EVERYTHING), null));
    shop.listed(SHOWING, -20, "{\"headline\":\"Zwei\"}");
    shop.listed(SHOWING, -30, "{\"headline\":\"Eins\"}");

    assertThat(shop.teaser().body().text())
        .isEqualTo(
            "{\"title\":\"Flut\",\"streams\":[],"
                + "\"articles\":[{\"headline\":\"Zwei\"},{\"headline\":\"Eins\"}]}");
  }

  @Test
  void aTeaserThatIsTheSameForEverybodyNamesThemToo() {
    var whole = Bytes.utf8(EVERYTHING);
    shop.teaserStands(new PublicBody.Whole(Gzip.compressed(whole), whole.hash()));
    var alone = shop.teaser();
    shop.listed(SHOWING, -20, "{\"headline\":\"Eins\"}");

    var shown = shop.teaser();

    assertThat(alone.body().text()).isEqualTo(EVERYTHING);
    assertThat(shown.body().text()).endsWith(",\"articles\":[{\"headline\":\"Eins\"}]}");
    assertThat(shown.header("ETag")).isPresent().isNotEqualTo(alone.header("ETag"));
  }

  @Test
  void anAnswerIsNotCachedBeyondTheNextArticle() {
    shop.teaserStands(new Piece(Bytes.utf8(EVERYTHING), null));
    shop.listed(SHOWING, 7, "{\"headline\":\"Gleich\"}");

    assertThat(shop.teaser().body().text()).isEqualTo(EVERYTHING);
    assertThat(shop.teaser().header("Cache-Control")).contains("max-age=7");

    shop.now = NOON.plusSeconds(7);
    assertThat(shop.teaser().body().text()).contains("Gleich");
  }

  @Test
  void atMostTwentyArticlesAreNamed() {
    shop.teaserStands(new Piece(Bytes.utf8(EVERYTHING), null));
    for (int i = 1; i <= 25; i++) shop.listed(SHOWING, -i, "{\"headline\":\"" + i + "\"}");

    assertThat(shop.teaser().body().text())
        .contains("\"headline\":\"20\"")
        .doesNotContain("\"headline\":\"21\"");
  }

  @Test
  void aTeaserThatIsNotThereNamesNoArticles() {
    shop.listed(SHOWING, -1, "{\"headline\":\"Eins\"}");

    assertThat(shop.teaser().status()).isEqualTo(404);
    assertThat(shop.teaser().body().text()).doesNotContain("Eins");
  }
}
