package extrablatt.liveblogs;

import extrablatt.domain.liveblogs.EntryPosting;
import extrablatt.domain.liveblogs.EntrySave;
import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.EntryReading;
import extrablatt.http.Completion;
import extrablatt.http.Content;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.List;

/** How the newsroom posts entries, one or many. */
final class EntryPostEndpoint {
  private final LiveblogDesk liveblogs;
  private final EntryPosting posting;
  private final EntryJson json;
  private final EntryAnswers answers;
  private final Idempotency idempotency;

  EntryPostEndpoint(
      LiveblogDesk liveblogs,
      EntryPosting posting,
      EntryJson json,
      EntryAnswers answers,
      Idempotency idempotency) {
    this.liveblogs = liveblogs;
    this.posting = posting;
    this.json = json;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("POST /newsroom/liveblogs/{id}/entries", this::post);
  }

  private Response post(Request request) {
    var liveblog = LiveblogReadEndpoints.found(liveblogs, request);
    return idempotency.answer(request, (_, completion) -> post(request, liveblog, completion));
  }

  private Response post(Request request, Liveblog liveblog, Completion completion) {
    var reading = json.posted(Content.json(request));
    if (reading instanceof EntryReading.Refused(var problem, var faults, _))
      Bodies.requireJson(problem, faults);
    Parameters.of(request);
    LiveblogDesk.requireStanding(liveblog.head());
    return switch (reading) {
      case EntryReading.One(var save) -> one(request, liveblog, save, completion);
      case EntryReading.Many(var saves) -> many(request, liveblog, saves, completion);
      case EntryReading.Refused(var problem, var faults, _) ->
          throw Bodies.refusal(problem, faults);
    };
  }

  private Response one(Request request, Liveblog liveblog, EntrySave save, Completion completion) {
    return answers.created(
        posting.post(
            liveblog.id(),
            save,
            NewsroomGuard.caller(request),
            view -> EntryAnswers.keeping(completion.answer(answers.created(view)))));
  }

  private Response many(
      Request request, Liveblog liveblog, List<EntrySave> saves, Completion completion) {
    var key = completion.key();
    var call = key == null ? null : new EntryPosting.Call(key, request.body().hash());
    var views =
        posting.postAll(
            liveblog.id(),
            saves,
            NewsroomGuard.caller(request),
            call,
            all -> EntryAnswers.keeping(completion.answer(answers.created(liveblog.id(), all))));
    return answers.created(liveblog.id(), views);
  }
}
