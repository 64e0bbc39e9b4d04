package extrablatt.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.liveblogs.EntryView;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.KeptAnswer;
import extrablatt.formats.json.EntryJson;
import extrablatt.http.EntityTag;
import extrablatt.http.Lists;
import extrablatt.http.Response;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that show entries as the newsroom sees them. */
final class EntryAnswers {
  private final EntryJson json;
  private final Clock clock;

  EntryAnswers(EntryJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Bytes form(EntryView view) {
    return json.newsroomForm(view, clock.instant());
  }

  Response shown(EntryView view) {
    return answer(200, view);
  }

  Response created(EntryView view) {
    var entry = view.entry();
    return answer(201, view).with("Location", entries(entry.liveblog()) + "/" + entry.id());
  }

  Response created(LiveblogId liveblog, List<EntryView> views) {
    return Response.json(201, Lists.body(views.stream().map(this::form).toList(), null))
        .with("Location", entries(liveblog));
  }

  private Response answer(int status, EntryView view) {
    return Response.json(status, form(view))
        .with("ETag", EntityTag.ofVersion(view.entry().version()).toString());
  }

  private static String entries(LiveblogId liveblog) {
    return "/newsroom/liveblogs/" + liveblog + "/entries";
  }

  /** What keeps an answer in the transaction of what a call changes. */
  static Commit keeping(@Nullable KeptAnswer answer) {
    return new Commit(List.of(), null, List.of(), answer);
  }
}
