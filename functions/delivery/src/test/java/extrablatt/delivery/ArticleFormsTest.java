package extrablatt.delivery;

import static extrablatt.delivery.Shop.ARTICLE;
import static extrablatt.delivery.Shop.ID;
import static extrablatt.delivery.Shop.NOON;
import static extrablatt.delivery.Shop.live;
import static extrablatt.delivery.Shop.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.publishing.Variant;
import extrablatt.http.Gzip;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content negotiation (RFC 9110, section 12). */
final class ArticleFormsTest {
  private final Shop shop = new Shop();

  @BeforeEach
  void publish() {
    shop.stands(live(NOON, null, null), "ferry");
    for (var variant : Variant.values()) shop.variants.put(variant, row(variant));
  }

  private static PublicRow row(Variant variant) {
    var bytes = Bytes.utf8("as " + variant);
    return new PublicRow.Live(
        NOON,
        null,
        null,
        new Slug("ferry"),
        List.of(),
        new PublicBody.Whole(Gzip.compressed(bytes), bytes.hash()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/ld+json                                      | LINKED_DATA | application/ld+json
          application/ninjs+json                                   | NINJS       | application/ninjs+json
          application/vnd.iptc.ninjs+json                          | NINJS       | application/vnd.iptc.ninjs+json
          application/vnd.iptc.g2.newsitem+xml                     | NEWSML_G2   | application/vnd.iptc.g2.newsitem+xml
          text/plain                                               | TEXT        | text/plain; charset=utf-8
          text/*                                                   | TEXT        | text/plain; charset=utf-8
          TEXT/Markdown; charset=utf-8                             | MARKDOWN    | text/markdown; charset=utf-8
          text/*;q=0.5, text/markdown                              | MARKDOWN    | text/markdown; charset=utf-8
          application/json;q=0.4, application/ninjs+json;q=0.5     | NINJS       | application/ninjs+json
          */*;q=0.1, text/plain;q=0.2, application/json;q=0        | TEXT        | text/plain; charset=utf-8
          application/json;q=0, */*                                | LINKED_DATA | application/ld+json
          application/ld+json;profile="a,b;q=0"                    | LINKED_DATA | application/ld+json
          """)
  void theFormThatIsWantedMostGoesOut(String accept, Variant variant, String contentType) {
    for (var address : List.of("ferry", ID)) {
      var response = shop.article(address, "Accept", accept);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body().text()).isEqualTo("as " + variant);
      assertThat(response.header("Content-Type")).contains(contentType);
      assertThat(response.header("Vary")).contains("Accept-Encoding, Accept");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*
          application/json
          application/*
          text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8
          application/json, application/ld+json
          application/json;q=1.000, text/markdown;q=0.999
          nonsense, application/json;q=0.001
          ''
          """)
  void otherwiseItIsOurJson(String accept) {
    assertThat(shop.article("ferry", "Accept", accept).body()).isEqualTo(ARTICLE);
    assertThat(shop.article("ferry").body()).isEqualTo(ARTICLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/xml
          image/*
          */*;q=0
          application/json;q=0
          nonsense
          """)
  void whoTakesNoneIsToldWhatThereIs(String accept) {
    var response = shop.article("ferry", "Accept", accept);

    assertThat(response.status()).isEqualTo(406);
    assertThat(response.header("Vary")).contains("Accept");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.body().text())
        .contains("/problems/not-acceptable")
        .contains("application/json, application/ld+json, application/ninjs+json")
        .contains("application/vnd.iptc.g2.newsitem+xml, text/plain, text/markdown");
  }

  @Test
  void eachFormHasATagOfItsOwn() {
    var json = shop.article("ferry").header("ETag").orElseThrow();
    var text = shop.article("ferry", "Accept", "text/plain").header("ETag").orElseThrow();

    assertThat(text).isNotEqualTo(json);
    assertThat(shop.article("ferry", "Accept", "text/plain", "If-None-Match", json).status())
        .isEqualTo(200);
    assertThat(shop.article("ferry", "Accept", "text/plain", "If-None-Match", text).status())
        .isEqualTo(304);
  }

  @Test
  void whatIsGoneIsGoneInEveryForm() {
    shop.variants.clear();
    shop.stands(withdrawn(), "ferry");

    assertThat(shop.article("ferry", "Accept", "text/plain").status()).isEqualTo(410);
    assertThat(shop.article("ferry", "Accept", "image/png").status()).isEqualTo(410);
    assertThat(shop.article("nowhere", "Accept", "text/plain").status()).isEqualTo(404);
    assertThat(shop.article("nowhere", "Accept", "image/png").status()).isEqualTo(404);
  }

  @Test
  void whatWasPublishedBeforeThereWereFormsSaysSo() {
    shop.variants.clear();

    var response = shop.article("ferry", "Accept", "text/markdown");

    assertThat(response.status()).isEqualTo(406);
    assertThat(response.body().text()).contains("before it could be had as text/markdown");
    assertThat(shop.article("ferry", "Accept", "text/markdown, */*;q=0.1").status()).isEqualTo(200);
  }
}
