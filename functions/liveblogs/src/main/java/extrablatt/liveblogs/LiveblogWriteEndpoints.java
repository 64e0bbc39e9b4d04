package extrablatt.liveblogs;

import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.domain.liveblogs.LiveblogDesk.Answering;
import extrablatt.formats.json.BodyKind;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.LiveblogReading;
import extrablatt.formats.json.OrderJson;
import extrablatt.http.Acting;
import extrablatt.http.Completion;
import extrablatt.http.Content;
import extrablatt.http.Idempotency;
import extrablatt.http.IfMatch;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How the newsroom opens, edits, paces and withdraws liveblogs. */
final class LiveblogWriteEndpoints {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final OrderJson orders = new OrderJson();
  private final LiveblogDesk desk;
  private final LiveblogJson json;
  private final LiveblogAnswers answers;
  private final Idempotency idempotency;

  LiveblogWriteEndpoints(
      LiveblogDesk desk, LiveblogJson json, LiveblogAnswers answers, Idempotency idempotency) {
    this.desk = desk;
    this.json = json;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("POST /newsroom/liveblogs", idempotency.around(this::create))
        .and("PUT /newsroom/liveblogs/{id}", this::replace)
        .and("PATCH /newsroom/liveblogs/{id}", this::patch)
        .and("POST /newsroom/liveblogs/{id}/status", this::status)
        .and("POST /newsroom/liveblogs/{id}/withdraw", this::withdraw);
  }

  private Response create(Request request, Completion completion) {
    var reading = wellFormed(json.readContent(Content.json(request), BodyKind.CREATION));
    Parameters.of(request);
    var read = accepted(reading, slug -> desk.requireFree(slug, null));
    var caller = NewsroomGuard.caller(request);
    return answers.created(
        desk.create(
            read.content(),
            read.status(),
            caller,
            liveblog -> completion.answer(answers.created(liveblog))));
  }

  private Response replace(Request request) {
    var current = LiveblogReadEndpoints.found(desk, request);
    var body = Content.json(request);
    return saved(request, current, json.readContent(body, BodyKind.REPLACEMENT));
  }

  private Response patch(Request request) {
    var current = LiveblogReadEndpoints.found(desk, request);
    var patch = Content.declared(request, Content.JSON_BYTES, MERGE_PATCH);
    return saved(
        request, current, json.patched(json.newsroomForm(current, desk.content(current)), patch));
  }

  private Response saved(Request request, Liveblog current, LiveblogReading reading) {
    wellFormed(reading);
    Parameters.of(request);
    IfMatch.required(request).check(current.version());
    LiveblogDesk.requireStanding(current.head());
    var read = accepted(reading, slug -> desk.requireFree(slug, current.id()));
    var caller = NewsroomGuard.caller(request);
    return answers.shown(desk.save(current, read.content(), caller, _ -> null));
  }

  private Response status(Request request) {
    var current = LiveblogReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> status(request, current, completion));
  }

  private Response status(Request request, Liveblog current, Completion completion) {
    var order = Bodies.order(request, orders::status);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    return acted(
        request,
        current,
        standing -> {
          LiveblogDesk.requireStanding(standing.head());
          return desk.become(standing, order.accepted().status(), keeping(completion));
        });
  }

  private Response withdraw(Request request) {
    var current = LiveblogReadEndpoints.found(desk, request);
    return idempotency.answer(request, (_, completion) -> withdraw(request, current, completion));
  }

  private Response withdraw(Request request, Liveblog current, Completion completion) {
    var order = Bodies.order(request, orders::withdraw);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    return acted(
        request,
        current,
        standing -> {
          desk.requireWithdrawable(standing);
          return desk.withdraw(standing, order.accepted().reason(), keeping(completion));
        });
  }

  private Response acted(Request request, Liveblog current, UnaryOperator<Liveblog> action) {
    return answers.shown(
        Acting.on(request, current, () -> LiveblogReadEndpoints.found(desk, request), action));
  }

  private Answering keeping(Completion completion) {
    return liveblog -> completion.answer(answers.shown(liveblog));
  }

  private static LiveblogReading wellFormed(LiveblogReading reading) {
    if (reading instanceof LiveblogReading.Refused(var problem, var faults, _))
      Bodies.requireJson(problem, faults);
    return reading;
  }

  /**
   * The content, if it has no faults.
   *
   * @param conflicts refuses a slug that is taken, which weighs more than faults
   */
  private static LiveblogReading.Read accepted(LiveblogReading reading, Consumer<Slug> conflicts) {
    return switch (reading) {
      case LiveblogReading.Read read -> read;
      case LiveblogReading.Refused(var problem, var faults, var slug) -> {
        if (slug != null) conflicts.accept(slug);
        throw Bodies.refusal(problem, faults);
      }
    };
  }
}
