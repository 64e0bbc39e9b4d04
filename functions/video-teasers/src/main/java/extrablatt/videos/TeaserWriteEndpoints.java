package extrablatt.videos;

import extrablatt.domain.publishing.Publication;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserView;
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

/** How the newsroom makes, changes, publishes and withdraws video teasers. */
final class TeaserWriteEndpoints {
  private final TeaserDesk desk;
  private final TeaserBodies bodies;
  private final TeaserAnswers answers;
  private final Idempotency idempotency;

  TeaserWriteEndpoints(
      TeaserDesk desk, TeaserBodies bodies, TeaserAnswers answers, Idempotency idempotency) {
    this.desk = desk;
    this.bodies = bodies;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("POST /newsroom/video-teasers", idempotency.around(this::create))
        .and("PUT /newsroom/video-teasers/{id}", this::replace)
        .and("PATCH /newsroom/video-teasers/{id}", this::patch)
        .and("POST /newsroom/video-teasers/{id}/publish", this::publish)
        .and("POST /newsroom/video-teasers/{id}/withdraw", this::withdraw);
  }

  private Response create(Request request, Completion completion) {
    var reading = bodies.creation(request);
    Parameters.of(request);
    var content = TeaserBodies.accepted(reading);
    var caller = NewsroomGuard.caller(request);
    var alongside = TeaserAnswers.keeping(completion, answers::created);
    return answers.created(desk.create(content, caller, alongside));
  }

  private Response replace(Request request) {
    var current = TeaserReadEndpoints.found(desk, request);
    var reading = bodies.replacement(request, desk.view(current), answers.now());
    Parameters.of(request);
    IfMatch.required(request).check(current.version());
    return saved(request, current, TeaserBodies.accepted(reading));
  }

  private Response patch(Request request) {
    var current = TeaserReadEndpoints.found(desk, request);
    var reading = bodies.patched(request, desk.view(current), answers.now());
    Parameters.of(request);
    IfMatch.required(request).check(current.version());
    return saved(request, current, TeaserBodies.accepted(reading));
  }

  private Response saved(Request request, Publication current, TeaserContent content) {
    var caller = NewsroomGuard.caller(request);
    return answers.shown(
        desk.save(current, content, caller, TeaserAnswers.keeping(_ -> null, answers::shown)));
  }

  private Response publish(Request request) {
    var current = TeaserReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> publish(request, current, completion));
  }

  private Response publish(Request request, Publication current, Completion completion) {
    var reading = bodies.publish(request);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    var order = reading.accepted();
    var caller = NewsroomGuard.caller(request);
    var alongside = TeaserAnswers.keeping(completion, answers::shown);
    return acted(
        request,
        current,
        standing -> desk.publish(standing, order.revision(), order.at(), caller, alongside));
  }

  private Response withdraw(Request request) {
    var current = TeaserReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> withdraw(request, current, completion));
  }

  private Response withdraw(Request request, Publication current, Completion completion) {
    var reading = bodies.withdraw(request);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    var caller = NewsroomGuard.caller(request);
    var alongside = TeaserAnswers.keeping(completion, answers::shown);
    return acted(
        request,
        current,
        standing -> {
          desk.requireWithdrawable(standing);
          return desk.withdraw(standing, reading.accepted().reason(), caller, alongside);
        });
  }

  private Response acted(
      Request request, Publication current, Function<Publication, TeaserView> action) {
    return answers.shown(
        Acting.on(request, current, () -> TeaserReadEndpoints.found(desk, request), action));
  }
}
