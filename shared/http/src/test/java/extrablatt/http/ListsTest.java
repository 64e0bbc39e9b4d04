package extrablatt.http;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListsTest {
  private static Response page(String path, String query, @Nullable String next) {
    var request = Request.of("GET /articles", path).withQuery(query);
    var parameters = Parameters.of(request, "section", "limit", "cursor");
    return Lists.answer(request, parameters, List.of(), next);
  }

  @Test
  void itemsAreJoinedAsTheyAre() {
    var one = Bytes.utf8("{\"a\": 1}");
    var two = Bytes.utf8("{\"ü\":2}");

    assertThat(Lists.body(List.of(), null).text()).isEqualTo("{\"items\":[]}");
    assertThat(Lists.body(List.of(one), null).text()).isEqualTo("{\"items\":[{\"a\": 1}]}");
    assertThat(Lists.body(List.of(one, two), "n_-1").text())
        .isEqualTo("{\"items\":[{\"a\": 1},{\"ü\":2}],\"next\":\"n_-1\"}");
  }

  @Test
  void linkKeepsTheQueryAndReplacesTheCursor() {
    var response = page("/articles", "limit=5&cursor=old&section=Stadt+%26+Land", "new");

    assertThat(response.header("Link"))
        .contains("</articles?limit=5&section=Stadt%20%26%20Land&cursor=new>; rel=\"next\"");
  }

  @Test
  void lastPageHasNoLink() {
    assertThat(page("/articles", "", null).header("Link")).isEmpty();
  }

  @Test
  void pathCannotBreakOutOfTheLink() {
    assertThat(page("/newsroom/a>; rel=\"x/revisions", "", "n").header("Link"))
        .contains("</newsroom/a%3E%3B%20rel%3D%22x/revisions?cursor=n>; rel=\"next\"");
  }
}
