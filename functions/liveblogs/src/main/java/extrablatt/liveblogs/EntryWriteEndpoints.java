package extrablatt.liveblogs;

import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryDesk.Alongside;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.EntryView;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.EntryReading;
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
import java.util.function.Function;

/** How the newsroom edits, removes and pins entries. */
final class EntryWriteEndpoints {
  private static final String ENTRY = "/newsroom/liveblogs/{id}/entries/{entryId}";

  private final OrderJson orders = new OrderJson();
  private final LiveblogDesk liveblogs;
  private final EntryDesk desk;
  private final EntryJson json;
  private final EntryAnswers answers;
  private final Idempotency idempotency;

  EntryWriteEndpoints(
      LiveblogDesk liveblogs,
      EntryDesk desk,
      EntryJson json,
      EntryAnswers answers,
      Idempotency idempotency) {
    this.liveblogs = liveblogs;
    this.desk = desk;
    this.json = json;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("PUT " + ENTRY, this::replace)
        .and("DELETE " + ENTRY, this::remove)
        .and("POST " + ENTRY + "/pin", this::pin)
        .and("POST " + ENTRY + "/unpin", this::unpin);
  }

  private Response replace(Request request) {
    var liveblog = LiveblogReadEndpoints.found(liveblogs, request);
    var current = EntryReadEndpoints.found(desk, liveblog, request);
    var reading = json.replacement(Content.json(request));
    if (reading instanceof EntryReading.Refused(var problem, var faults, _))
      Bodies.requireJson(problem, faults);
    Parameters.of(request);
    IfMatch.required(request).check(current.version());
    LiveblogDesk.requireStanding(liveblog.head());
    var save = accepted(reading, wanted -> desk.requireSavable(current, wanted));
    var caller = NewsroomGuard.caller(request);
    return answers.shown(desk.save(current, save, caller, Alongside.NOTHING));
  }

  /**
   * What is wanted, if it has no faults.
   *
   * @param conflicts refuses what the entry cannot become, which weighs more than faults
   */
  private static EntrySave accepted(EntryReading reading, Consumer<EntrySave> conflicts) {
    return switch (reading) {
      case EntryReading.One(var save) -> save;
      case EntryReading.Many _ -> throw new IllegalStateException("one entry replaces one");
      case EntryReading.Refused(var problem, var faults, var wanted) -> {
        if (wanted != null) conflicts.accept(wanted);
        throw Bodies.refusal(problem, faults);
      }
    };
  }

  private Response remove(Request request) {
    var liveblog = LiveblogReadEndpoints.found(liveblogs, request);
    var current = EntryReadEndpoints.found(desk, liveblog, request);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    return acted(
        request,
        liveblog,
        current,
        standing -> {
          desk.remove(standing, Alongside.NOTHING);
          return Response.of(204);
        });
  }

  private Response pin(Request request) {
    return marked(request, this::pin);
  }

  private Response pin(Request request, Liveblog liveblog, Entry current, Completion completion) {
    var order = Bodies.order(request, orders::pin);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    LiveblogDesk.requireStanding(liveblog.head());
    return shown(
        request,
        liveblog,
        current,
        standing -> {
          EntryDesk.requirePinnable(standing);
          return desk.pin(standing, order.accepted().position(), keeping(completion));
        });
  }

  private Response unpin(Request request) {
    return marked(request, this::unpin);
  }

  private Response unpin(Request request, Liveblog liveblog, Entry current, Completion completion) {
    var order = Bodies.order(request, orders::nothing);
    Parameters.of(request);
    IfMatch.of(request).check(current.version());
    LiveblogDesk.requireStanding(liveblog.head());
    return shown(
        request,
        liveblog,
        current,
        standing -> {
          EntryDesk.requirePinnable(standing);
          order.accepted();
          return desk.unpin(standing, keeping(completion));
        });
  }

  /** A call that marks an entry, under its key if it has one. */
  @FunctionalInterface
  private interface Marking {
    Response answer(Request request, Liveblog liveblog, Entry current, Completion completion);
  }

  private Response marked(Request request, Marking marking) {
    var liveblog = LiveblogReadEndpoints.found(liveblogs, request);
    var current = EntryReadEndpoints.found(desk, liveblog, request);
    return idempotency.answer(
        request, (_, completion) -> marking.answer(request, liveblog, current, completion));
  }

  private Response shown(
      Request request, Liveblog liveblog, Entry current, Function<Entry, EntryView> action) {
    return acted(request, liveblog, current, standing -> answers.shown(action.apply(standing)));
  }

  private Response acted(
      Request request, Liveblog liveblog, Entry current, Function<Entry, Response> action) {
    return Acting.on(
        request, current, () -> EntryReadEndpoints.found(desk, liveblog, request), action);
  }

  private Alongside keeping(Completion completion) {
    return view -> EntryAnswers.keeping(completion.answer(answers.shown(view)));
  }
}
