package extrablatt.videos;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import extrablatt.domain.videos.TeaserView;
import extrablatt.formats.json.TeaserJson;
import extrablatt.http.Completion;
import extrablatt.http.EntityTag;
import extrablatt.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Answers that show a teaser as the newsroom sees it. */
final class TeaserAnswers {
  private final TeaserJson json;
  private final Clock clock;

  TeaserAnswers(TeaserJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  TeaserJson json() {
    return json;
  }

  Response shown(TeaserView view) {
    return Response.json(200, json.newsroomForm(view, now())).with("ETag", tag(view));
  }

  /** With the articles that show it. */
  Response shown(TeaserView view, List<Bytes> articles) {
    return Response.json(200, json.newsroomForm(view, articles, now())).with("ETag", tag(view));
  }

  Response created(TeaserView view) {
    return Response.json(201, json.newsroomForm(view, now()))
        .with("Location", "/newsroom/video-teasers/" + view.publication().id().value())
        .with("ETag", tag(view));
  }

  private static String tag(TeaserView view) {
    return EntityTag.ofVersion(view.publication().version()).toString();
  }

  /** Keeps the answer of a call in the transaction of what it changes. */
  static Alongside keeping(Completion completion, Function<TeaserView, Response> answer) {
    return (changes, after) ->
        new Commit(changes, null, List.of(), completion.answer(answer.apply(after)));
  }
}
