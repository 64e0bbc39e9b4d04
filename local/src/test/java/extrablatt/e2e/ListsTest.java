package extrablatt.e2e;

import static extrablatt.e2e.Articles.everyBlock;
import static extrablatt.e2e.Articles.id;
import static extrablatt.e2e.Articles.ids;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists are complete, in their order and without doubles, however they are read. */
@ExtendWith(OneStack.class)
final class ListsTest {
  private static final String ARTICLES = "/newsroom/articles";

  private final Api reader;
  private final Api newsroom;

  ListsTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
  }

  @Test
  void aListIsReadToItsEndWhileNewArticlesComeInAtItsTop() {
    var section = "cursorstrecke";
    var all = IntStream.range(0, 60).mapToObj(number -> inSection(section, number)).toList();
    var read = new ArrayList<String>();
    var answer = reader.get("/articles?section=" + section + "&limit=7").with(200);
    var pages = 1;

    read.addAll(ids(answer.json()));
    while (answer.json().has("next")) {
      inSection(section, 100 + pages);
      var next = answer.json().path("next").asText();
      assertThat(next).matches("[A-Za-z0-9_-]+");
      var path = "/articles?section=" + section + "&limit=7&cursor=" + next;
      assertThat(answer.header("Link")).isEqualTo("<" + path + ">; rel=\"next\"");
      answer = reader.get(path).with(200);
      read.addAll(ids(answer.json()));
      pages++;
    }

    assertThat(pages).isEqualTo(9);
    assertThat(read).isEqualTo(all.reversed());
    assertThat(answer.header("Link")).isNull();
    var now = DropBucket.items(reader, "/articles?section=" + section);
    assertThat(now).hasSize(68);
    assertThat(now)
        .isSortedAccordingTo(
            Comparator.<JsonNode, String>comparing(item -> item.path("publishedAt").asText())
                .thenComparing(item -> item.path("id").asText())
                .reversed());
  }

  private String inSection(String section, int number) {
    return id(published(newsroom, titled("Nummer " + number).put("section", section)));
  }

  @Test
  void articlesOfOneMomentAreOrderedByIdAndNoneIsSkipped() {
    var ids = new HashSet<String>();
    for (int i = 0; i < 7; i++) {
      var saved =
          newsroom.post(ARTICLES, titled("Rückdatiert").put("section", "gleichzeitig").toString());
      var id = id(saved.with(201).json());
      newsroom
          .post(ARTICLES + "/" + id + "/publish", "{\"at\": \"2026-02-03T04:05:06.789Z\"}")
          .with(200);
      ids.add(id);
    }

    var read = new ArrayList<String>();
    var page = reader.get("/articles?section=gleichzeitig&limit=3").with(200).json();
    read.addAll(ids(page));
    while (page.has("next")) {
      page =
          reader
              .get("/articles?section=gleichzeitig&limit=3&cursor=" + page.path("next").asText())
              .with(200)
              .json();
      read.addAll(ids(page));
    }

    assertThat(read)
        .containsExactlyElementsOf(ids.stream().sorted(Comparator.reverseOrder()).toList());
  }

  @Test
  void filtersMatchTheExactString() {
    var article = titled("Gefiltert").put("section", "Kultur & Leben");
    article.putArray("topics").add("Theater/Tanz").add("Größe+1");
    article.putArray("authors").addObject().put("name", "Mara Öztürk");
    var id = id(published(newsroom, article));

    for (var filter :
        List.of(
            "section=Kultur+%26+Leben",
            "section=Kultur%20%26%20Leben",
            "topic=Theater%2FTanz",
            "topic=Gr%C3%B6%C3%9Fe%2B1",
            "author=Mara%20%C3%96zt%C3%BCrk")) {
      assertThat(ids(reader.get("/articles?" + filter).with(200).json())).containsExactly(id);
    }
    for (var filter :
        List.of(
            "section=Kultur",
            "section=kultur+%26+leben",
            "topic=Theater",
            "author=Mara",
            "topic=")) {
      assertThat(reader.get("/articles?" + filter).with(200).text()).isEqualTo("{\"items\":[]}");
    }
  }

  @Test
  void aSummaryLeavesOutWhatListsDoNotShow() {
    var article = everyBlock("Zusammenfassung").put("section", "zusammenfassung");
    published(newsroom, article);

    var item = reader.get("/articles?section=zusammenfassung").with(200).json().at("/items/0");

    for (var left : List.of("body", "related", "corrections", "sources", "origin")) {
      assertThat(item.has(left)).as(left).isFalse();
    }
    assertThat(item.path("headline").asText()).isEqualTo("Zusammenfassung");
    assertThat(item.path("breaking").isBoolean()).isTrue();
  }
}
