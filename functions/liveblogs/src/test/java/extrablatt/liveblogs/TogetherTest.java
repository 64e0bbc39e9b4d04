package extrablatt.liveblogs;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.LiveblogId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many editors at work on one liveblog at once. */
class TogetherTest {
  private static final int EDITORS = 8;

  private final Newsroom newsroom = new Newsroom();
  private final LiveblogId liveblog = newsroom.liveblog("live");

  @Test
  void postsOfManyTakeNumbersWithoutGaps() throws Exception {
    var posts = together(20, () -> newsroom.post(liveblog, "{\"headline\": \"Tor\"}"));

    assertThat(posts).extracting(Answer::status).containsOnly(201);
    assertThat(posts.stream().map(post -> Long.parseLong(post.value("seq"))).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, EDITORS * 20).boxed().toList());
  }

  @Test
  void whoNamesNoVersionActsOnWhateverStands() throws Exception {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var pins =
        together(
            5,
            () -> {
              newsroom.onEntry(liveblog, id, "POST", "/unpin", "");
              return newsroom.onEntry(liveblog, id, "POST", "/pin", "");
            });

    assertThat(pins).extracting(Answer::status).containsOnly(200);
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("1");
  }

  @Test
  void ofThoseWhoNameTheSameVersionOneWins() throws Exception {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var edits =
        together(
            1,
            () ->
                newsroom.onEntry(
                    liveblog,
                    id,
                    "PUT",
                    "",
                    "{\"headline\": \"Das Wasser fällt um " + System.nanoTime() + "\"}",
                    "If-Match",
                    "\"v1\""));

    assertThat(edits).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void ofThoseWhoRemoveTheSameEntryOneDoes() throws Exception {
    var id = newsroom.posted(liveblog, "Das Wasser steigt");

    var removals = together(1, () -> newsroom.onEntry(liveblog, id, "DELETE", "", ""));

    assertThat(removals).extracting(Answer::status).containsOnlyOnce(204).containsOnly(204, 404);
    assertThat(newsroom.get(liveblog).value("headSeq")).isEqualTo("2");
  }

  @Test
  void manyCallsUnderOneKeyPostOnce() throws Exception {
    var posts =
        together(
            1, () -> newsroom.post(liveblog, "{\"headline\": \"Tor\"}", "Idempotency-Key", "k"));

    assertThat(posts).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
    assertThat(newsroom.get(liveblog).value("entryCount")).isEqualTo("1");
  }

  private static List<Answer> together(int times, Callable<Answer> call) throws Exception {
    var answers = new ArrayList<Answer>();
    try (var editors = Executors.newFixedThreadPool(EDITORS)) {
      var calls = new ArrayList<Callable<Answer>>();
      for (int i = 0; i < EDITORS * times; i++) calls.add(call);
      for (var answer : editors.invokeAll(calls)) answers.add(answer.get());
    }
    return answers;
  }
}
