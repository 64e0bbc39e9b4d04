package extrablatt.articles;

import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.publishing.Commit;
import extrablatt.formats.json.ArticleJson;
import extrablatt.http.Completion;
import extrablatt.http.EntityTag;
import extrablatt.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Answers that show an article as the newsroom sees it. */
final class ArticleAnswers {
  private final ArticleJson json;
  private final Clock clock;

  ArticleAnswers(ArticleJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  ArticleJson json() {
    return json;
  }

  Response shown(ArticleView view) {
    return Response.json(200, json.newsroomForm(view, now())).with("ETag", tag(view));
  }

  Response created(ArticleView view) {
    return Response.json(201, json.newsroomForm(view, now()))
        .with("Location", "/newsroom/articles/" + view.publication().id().value())
        .with("ETag", tag(view));
  }

  private static String tag(ArticleView view) {
    return EntityTag.ofVersion(view.publication().version()).toString();
  }

  /** Keeps the answer of a call in the transaction of what it changes. */
  static Alongside keeping(Completion completion, Function<ArticleView, Response> answer) {
    return (changes, after) ->
        new Commit(changes, null, List.of(), completion.answer(answer.apply(after)));
  }
}
