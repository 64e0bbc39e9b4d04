package extrablatt.articles;

import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import java.util.List;

/** That a call shall publish what it saves: {@code ?publish=true}, which needs a second scope. */
final class PublishFlag {
  static final String NAME = "publish";

  private PublishFlag() {}

  /** Refuses (403) before anything else is looked at, even where the query has faults besides. */
  static void requireScope(Request request) {
    if (List.of(request.rawQuery().split("&", -1)).contains(NAME + "=true")) {
      NewsroomGuard.requires(request, "articles:publish");
    }
  }

  /** Whether it is set; then the scope is needed, however the query spells it. */
  static boolean isSet(Request request, Parameters parameters) {
    var publishes = parameters.flag(NAME);
    if (publishes) NewsroomGuard.requires(request, "articles:publish");
    return publishes;
  }
}
