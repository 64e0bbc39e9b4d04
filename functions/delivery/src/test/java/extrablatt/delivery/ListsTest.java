package extrablatt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.ListName;
import extrablatt.http.Gzip;
import extrablatt.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListsTest {
  private static final ListName NEWEST = new ListName.Newest();

  private final Shop shop = new Shop();

  private static String link(Response response) {
    return response.header("Link").orElse("");
  }

  private static String next(Response response) {
    Matcher link = Pattern.compile("</articles\\?(.*)>; rel=\"next\"").matcher(link(response));
    assertThat(link.matches()).as(link(response)).isTrue();
    return link.group(1);
  }

  @Test
  void emptyListIsAnAnswer() {
    var body = Bytes.utf8("{\"items\":[]}");

    assertThat(shop.articles("section=Kultur"))
        .isEqualTo(
            Response.json(200, body)
                .with("ETag", "\"" + body.hash() + "\"")
                .with("Cache-Control", "max-age=10, stale-while-revalidate=30")
                .with("Vary", "Accept-Encoding"));
  }

  @Test
  void linksLeadThroughTheWholeListWithTheSameFilterAndLimit() {
    var list = new ListName.Topic("Sturm & Flut");
    for (int n = 1; n <= 5; n++) shop.listed(list, -n, "{\"n\":" + n + "}");

    var first = shop.articles("topic=Sturm+%26+Flut&limit=2");
    var second = shop.articles(next(first));
    var third = shop.articles(next(second));

    assertThat(first.body().text()).startsWith("{\"items\":[{\"n\":1},{\"n\":2}],\"next\":\"");
    assertThat(next(first)).startsWith("topic=Sturm%20%26%20Flut&limit=2&cursor=");
    assertThat(second.body().text()).startsWith("{\"items\":[{\"n\":3},{\"n\":4}],\"next\":\"");
    assertThat(third.body().text()).isEqualTo("{\"items\":[{\"n\":5}]}");
    assertThat(link(third)).isEmpty();
  }

  @Test
  void cursorSurvivesNewItemsAtTheTop() {
    for (int n = 1; n <= 3; n++) shop.listed(NEWEST, -n, "{\"n\":" + n + "}");
    var first = shop.articles("limit=2");
    var grown = new Shop();
    grown.listed(NEWEST, 0, "{\"n\":0}");
    for (int n = 1; n <= 3; n++) grown.listed(NEWEST, -n, "{\"n\":" + n + "}");

    assertThat(grown.articles(next(first)).body().text()).isEqualTo("{\"items\":[{\"n\":3}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"topic=x&", "section=x&", "section=xx&", "author=x&", "topic=xx&"})
  void cursorOfAnotherListIsRefused(String filter) {
    for (int n = 1; n <= 3; n++) shop.listed(NEWEST, -n, "{}");
    var cursor = next(shop.articles("limit=2")).replaceAll(".*cursor=", "");

    assertThat(shop.articles("cursor=" + cursor).status()).isEqualTo(200);
    assertThat(shop.articles(filter + "cursor=" + cursor).status()).isEqualTo(400);
    assertThat(shop.get("/video-teasers", "/video-teasers", "cursor=" + cursor).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0             | limit is a whole number from 1 to 100.
          limit=101           | limit is a whole number from 1 to 100.
          limit=ten           | limit is a whole number from 1 to 100.
          limit=5&limit=5     | The parameter limit is given twice.
          section=a&topic=b   | Only one of section and topic can be given.
          topic=a&author=b    | Only one of topic and author can be given.
          sektion=a           | There is no parameter sektion; this route takes section
          topic=%E4           | The query is not percent-encoded UTF-8.
          cursor=abc          | The cursor is none of this list's
          cursor=             | The cursor is none of this list's
          """)
  void whatCannotBeAskedIsRefused(String query, String detail) {
    var response = shop.articles(query);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.body().text()).contains("/problems/malformed", detail);
  }

  @Test
  void teasersAreFilteredByTopicOnly() {
    shop.listed(new ListName.TeaserTopic("Wahl"), -1, "{\"n\":1}");
    shop.listed(new ListName.Teasers(), -1, "{\"n\":2}");
    var path = "/video-teasers";

    assertThat(shop.get(path, path, "topic=Wahl").body().text()).contains("\"n\":1");
    assertThat(shop.get(path, path, "").body().text()).contains("\"n\":2");
    assertThat(shop.get(path, path, "section=Wahl").status()).isEqualTo(400);
  }

  @Test
  void listIsTaggedByItsContent() {
    shop.listed(NEWEST, -1, "{\"n\":1}");
    var first = shop.articles("", "Accept-Encoding", "gzip");
    var tag = first.header("ETag").orElseThrow();

    assertThat(Gzip.decompressed(first.body()).text()).isEqualTo("{\"items\":[{\"n\":1}]}");
    assertThat(shop.articles("", "If-None-Match", tag).status()).isEqualTo(304);

    shop.listed(NEWEST, -2, "{\"n\":2}");
    assertThat(shop.articles("", "If-None-Match", tag).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          41 | max-age=10, stale-while-revalidate=30
          40 | max-age=10, stale-while-revalidate=30
          30 | max-age=10, stale-while-revalidate=20
          3  | max-age=3
          """)
  void noCacheHidesWhatIsAboutToAppear(long seconds, String cacheControl) {
    shop.listed(NEWEST, seconds, "{\"n\":2}");
    shop.listed(NEWEST, -1, "{\"n\":1}");

    var response = shop.articles("");

    assertThat(response.body().text()).isEqualTo("{\"items\":[{\"n\":1}]}");
    assertThat(response.header("Cache-Control")).contains(cacheControl);

    shop.now = Shop.NOON.plusSeconds(seconds);
    assertThat(shop.articles("").body().text()).isEqualTo("{\"items\":[{\"n\":2},{\"n\":1}]}");
  }
}
