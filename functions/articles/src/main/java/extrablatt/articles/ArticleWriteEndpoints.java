package extrablatt.articles;

import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleDesk.Publish;
import extrablatt.domain.articles.ArticleDesk.Save;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.publishing.Publication;
import extrablatt.http.Acting;
import extrablatt.http.Completion;
import extrablatt.http.Idempotency;
import extrablatt.http.IfMatch;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.function.Function;

/** How the newsroom changes, publishes and withdraws articles. */
final class ArticleWriteEndpoints {
  private final ArticleDesk desk;
  private final ArticleBodies bodies;
  private final ArticleAnswers answers;
  private final Idempotency idempotency;

  ArticleWriteEndpoints(
      ArticleDesk desk, ArticleBodies bodies, ArticleAnswers answers, Idempotency idempotency) {
    this.desk = desk;
    this.bodies = bodies;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("PUT /newsroom/articles/{id}", this::replace)
        .and("PATCH /newsroom/articles/{id}", this::patch)
        .and("POST /newsroom/articles/{id}/publish", this::publish)
        .and("POST /newsroom/articles/{id}/withdraw", this::withdraw);
  }

  private Response replace(Request request) {
    PublishFlag.requireScope(request);
    var current = ArticleReadEndpoints.found(desk, request);
    var reading = bodies.replacement(request);
    var publishes = PublishFlag.isSet(request, Parameters.of(request, PublishFlag.NAME));
    IfMatch.required(request).check(current.version());
    var read = ArticleBodies.accepted(reading, slug -> desk.requireFree(slug, current.id()));
    var publish = publishes ? new Publish(null, ArticleBodies.schedule(read, answers.now())) : null;
    return saved(request, current, new Save(read.content(), publish));
  }

  private Response patch(Request request) {
    var current = ArticleReadEndpoints.found(desk, request);
    var reading = bodies.patched(request, desk.view(current), answers.now());
    Parameters.of(request);
    IfMatch.required(request).check(current.version());
    return saved(
        request,
        current,
        new Save(
            ArticleBodies.accepted(reading, slug -> desk.requireFree(slug, current.id())).content(),
            null));
  }

  private Response saved(Request request, Publication current, Save save) {
    var caller = NewsroomGuard.caller(request);
    return answers.shown(
        desk.save(current, save, caller, ArticleAnswers.keeping(_ -> null, answers::shown)));
  }

  private Response publish(Request request) {
    var current = ArticleReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> publish(request, current, completion));
  }

  private Response publish(Request request, Publication current, Completion completion) {
    var reading = bodies.publish(request);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    var order = reading.accepted();
    var caller = NewsroomGuard.caller(request);
    var alongside = ArticleAnswers.keeping(completion, answers::shown);
    return acted(
        request,
        current,
        standing ->
            desk.publish(standing, new Publish(order.revision(), order.at()), caller, alongside));
  }

  private Response withdraw(Request request) {
    var current = ArticleReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> withdraw(request, current, completion));
  }

  private Response withdraw(Request request, Publication current, Completion completion) {
    var reading = bodies.withdraw(request);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    var caller = NewsroomGuard.caller(request);
    var alongside = ArticleAnswers.keeping(completion, answers::shown);
    return acted(
        request,
        current,
        standing -> {
          desk.requireWithdrawable(standing);
          return desk.withdraw(standing, reading.accepted().reason(), caller, alongside);
        });
  }

  private Response acted(
      Request request, Publication current, Function<Publication, ArticleView> action) {
    return answers.shown(
        Acting.on(request, current, () -> ArticleReadEndpoints.found(desk, request), action));
  }
}
