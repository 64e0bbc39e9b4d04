package extrablatt.benchmarks.liveblogs;

import com.fasterxml.jackson.databind.JsonNode;
import extrablatt.benchmarks.liveblogs.CachingProxy.Origin;
import extrablatt.http.Request;
import org.jspecify.annotations.Nullable;

/** Reads what a reader does not have yet, once nothing changes any more. */
final class CatchingUp {
  private final String liveblog;
  private final Origin site;
  private final Findings findings;

  CatchingUp(String liveblog, Origin site, Findings findings) {
    this.liveblog = liveblog;
    this.site = site;
    this.findings = findings;
  }

  /** Reads all changes up to the last. */
  void changes(Reader reader) {
    boolean hasMore = true;
    while (hasMore) {
      var page = ask(Site.changes(liveblog, "after=" + reader.seq()));
      if (page == null) return;
      try {
        for (var row : page.required("changes")) reader.apply(row);
      } catch (IllegalArgumentException wrong) {
        findings.add("changes of " + liveblog + ": " + wrong.getMessage());
        return;
      }
      hasMore = page.path("more").booleanValue();
    }
  }

  /** Reads all older entries, from the newest on. */
  void older(Reader reader) {
    @Nullable String cursor = null;
    do {
      var query = "limit=100" + (cursor == null ? "" : "&cursor=" + cursor);
      var page = ask(Site.entries(liveblog, query));
      if (page == null) return;
      reader.older(page);
      cursor = page.path("next").textValue();
    } while (cursor != null);
  }

  private @Nullable JsonNode ask(Request request) {
    var answer = site.answer(request);
    if (answer != null && answer.status() == 200) return Site.json(answer);
    findings.add(request.path() + "?" + request.rawQuery() + " is not answered: " + answer);
    return null;
  }
}
