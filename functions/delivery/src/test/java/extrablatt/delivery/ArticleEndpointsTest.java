package extrablatt.delivery;

import static extrablatt.delivery.Shop.ARTICLE;
import static extrablatt.delivery.Shop.ID;
import static extrablatt.delivery.Shop.NOON;
import static extrablatt.delivery.Shop.live;
import static extrablatt.delivery.Shop.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.http.Gzip;
import extrablatt.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleEndpointsTest {
  private final Shop shop = new Shop();

  @Test
  void articleGoesOutAsItWasRendered() {
    shop.stands(live(NOON, null, null), "ferry");

    assertThat(shop.article("ferry"))
        .isEqualTo(
            Response.json(200, ARTICLE)
                .with("ETag", "\"" + ARTICLE.hash() + "\"")
                .with("Cache-Control", "max-age=10, stale-while-revalidate=30")
                .with("Vary", "Accept-Encoding, Accept"));
    assertThat(shop.article(ID)).isEqualTo(shop.article("ferry"));
  }

  @Test
  void storedGzipGoesOutWhereItIsAccepted() {
    shop.stands(live(NOON, null, null), "ferry");

    var response = shop.article("ferry", "Accept-Encoding", "gzip, br");

    assertThat(response.binary()).isTrue();
    assertThat(response.body()).isEqualTo(Gzip.compressed(ARTICLE));
    assertThat(response.header("Content-Encoding")).contains("gzip");
    assertThat(response.header("ETag")).contains("\"" + ARTICLE.hash() + "-gzip\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%s\"", "\"%s-gzip\"", "W/\"%s-gzip\"", "*"})
  void whoHasTheArticleIsNotSentItAgain(String tag) {
    shop.stands(live(NOON, null, null), "ferry");

    var response = shop.article("ferry", "If-None-Match", tag.formatted(ARTICLE.hash()));

    assertThat(response.status()).isEqualTo(304);
    assertThat(response.body().length()).isZero();
    assertThat(response.headers()).containsOnlyKeys("ETag", "Cache-Control", "Vary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29999 | max-age=10, stale-while-revalidate=19
          10000 | max-age=10
          999   | max-age=0
          """)
  void noCacheKeepsAnArticlePastItsEnd(long milliseconds, String cacheControl) {
    shop.stands(live(NOON.minusSeconds(9), NOON.plusMillis(milliseconds), null), "ferry");

    assertThat(shop.article("ferry").header("Cache-Control")).contains(cacheControl);
  }

  @Test
  void draftScheduledReservedAndUnknownLookAlike() {
    var unknown = shop.article("ferry", "If-None-Match", "*");
    shop.stands(live(NOON.plusMillis(1), null, null, "old"), "ferry", "old", "reserved");

    assertThat(unknown)
        .isEqualTo(
            Response.of(404)
                .withText(
                    "application/problem+json",
                    Bytes.utf8(
                        """
                        {"type":"/problems/not-found","title":"Not found","status":404,\
                        "detail":"There is no such article.","instance":"urn:request:none"}\
                        """))
                .with("Cache-Control", "no-store"));
    for (var address : new String[] {"ferry", "old", "reserved", ID, "other", "Ferry", "a b"}) {
      assertThat(shop.article(address, "If-None-Match", "*")).as(address).isEqualTo(unknown);
    }
  }

  @Test
  void articleAppearsAtItsMomentAlsoToWhoAsksWithATag() {
    shop.stands(live(NOON.plusSeconds(3), null, null), "ferry");
    var tag = "\"" + ARTICLE.hash() + "\"";

    shop.now = NOON.plusMillis(2999);
    assertThat(shop.article("ferry", "If-None-Match", tag).status()).isEqualTo(404);

    shop.now = NOON.plusSeconds(3);
    assertThat(shop.article("ferry", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(shop.article("ferry").status()).isEqualTo(200);
  }

  @Test
  void oldSlugLeadsToThePresentOne() {
    shop.stands(live(NOON, null, null, "old"), "ferry", "old");

    assertThat(shop.article("old", "If-None-Match", "*"))
        .isEqualTo(
            Response.of(308)
                .with("Location", "/articles/ferry")
                .with("Cache-Control", "max-age=60"));
  }

  @Test
  void redirectEndsWithWhatItLeadsTo() {
    shop.stands(live(NOON, NOON.plusSeconds(5), null, "old"), "ferry", "old");

    assertThat(shop.article("old").header("Cache-Control")).contains("max-age=5");
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, "ferry", "old"})
  void withdrawnArticleSaysWhy(String address) {
    shop.stands(withdrawn("old"), "ferry", "old");

    var response = shop.article(address, "If-None-Match", "*");

    assertThat(response.status()).isEqualTo(410);
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.body().text())
        .isEqualTo(
            """
            {"type":"/problems/withdrawn","title":"Withdrawn","status":410,\
            "detail":"The article was withdrawn.","instance":"urn:request:none",\
            "reason":"The figures were wrong.","withdrawnAt":"2026-11-22T12:00:00.000Z"}\
            """);
  }

  @Test
  void expiredArticleSaysSo() {
    var end = NOON.plusSeconds(1);
    shop.stands(live(NOON, end, end), "ferry");
    shop.now = end;

    assertThat(shop.article("ferry").body().text())
        .isEqualTo(
            """
            {"type":"/problems/expired","title":"Expired","status":410,\
            "detail":"The article is no longer available.","instance":"urn:request:none"}\
            """);
  }

  @Test
  void unknownParameterIsRefusedByNameIfThereIsAnArticle() {
    shop.stands(live(NOON, null, null), "ferry");

    var refused = shop.get("/articles/{idOrSlug}", "/articles/ferry", "fields=body");
    var unknown = shop.get("/articles/{idOrSlug}", "/articles/other", "fields=body");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().text()).contains("There is no parameter fields");
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void whatBreaksInsideIsNotTold() {
    shop.broken = true;

    var response = shop.article(ID);

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body().text()).doesNotContain("fire");
  }
}
