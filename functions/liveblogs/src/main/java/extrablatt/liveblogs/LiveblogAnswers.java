package extrablatt.liveblogs;

import extrablatt.domain.liveblogs.Liveblog;
import extrablatt.domain.liveblogs.LiveblogDesk;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.http.EntityTag;
import extrablatt.http.Response;

/** Answers that show a liveblog as the newsroom sees it. */
final class LiveblogAnswers {
  private final LiveblogDesk desk;
  private final LiveblogJson json;

  LiveblogAnswers(LiveblogDesk desk, LiveblogJson json) {
    this.desk = desk;
    this.json = json;
  }

  Response shown(Liveblog liveblog) {
    return answer(200, liveblog);
  }

  Response created(Liveblog liveblog) {
    return answer(201, liveblog).with("Location", "/newsroom/liveblogs/" + liveblog.id());
  }

  private Response answer(int status, Liveblog liveblog) {
    return Response.json(status, json.newsroomForm(liveblog, desk.content(liveblog)))
        .with("ETag", EntityTag.ofVersion(liveblog.version()).toString());
  }
}
