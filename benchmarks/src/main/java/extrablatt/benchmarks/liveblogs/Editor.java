package extrablatt.benchmarks.liveblogs;

import com.fasterxml.jackson.databind.JsonNode;
import extrablatt.benchmarks.liveblogs.CachingProxy.Origin;
import extrablatt.http.Request;
import extrablatt.http.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody in the newsroom who posts, edits, pins and removes whatever comes to his mind. */
final class Editor {
  private final List<Board> boards;
  private final Calls calls;
  private final Origin site;
  private final Turns turns;
  private final Chance chance;
  private final Marks marks;
  private final Findings findings;

  Editor(
      List<Board> boards,
      Calls calls,
      Origin site,
      Turns turns,
      Chance chance,
      Marks marks,
      Findings findings) {
    this.boards = boards;
    this.calls = calls;
    this.site = site;
    this.turns = turns;
    this.chance = chance;
    this.marks = marks;
    this.findings = findings;
  }

  /** Does one thing, and thinks about the next. */
  void once() {
    var board = chance.permille(500) ? boards.getFirst() : chance.oneOf(boards);
    int kind = chance.below(100);
    var standing = board.standing();
    if (standing.isEmpty() || kind < 28) post(board);
    else if (kind < 29) postMany(board);
    else {
      var entry = standing.get(newerThanOlder(standing.size()));
      if (kind < 52) edit(board, entry);
      else if (kind < 68) mark(board, entry, "/pin", "{\"position\":" + chance.below(6) + "}");
      else if (kind < 78) mark(board, pinned(standing, entry), "/unpin", "");
      else if (kind < 92) remove(board, chance.permille(400) ? pinned(standing, entry) : entry);
      else if (kind < 96) status(board);
      else editLiveblog(board);
    }
    turns.pass(chance.permille(300) ? Duration.ZERO : chance.about(Duration.ofSeconds(5)));
  }

  private int newerThanOlder(int size) {
    return size - 1 - (int) (size * Math.pow(chance.fraction(), 2));
  }

  private Posted pinned(List<Posted> standing, Posted other) {
    var pinned = standing.stream().filter(Posted::isBelievedPinned).toList();
    return pinned.isEmpty() ? other : chance.oneOf(pinned);
  }

  private void post(Board board) {
    var text = marks.newText(marks.newEntry());
    var posted = new Posted(text.entry());
    board.trying(posted);
    var body = chance.permille(150) ? scheduled(body(text)) : body(text);
    calls.underKey(
        Desk.on("POST", board.liveblog(), "/entries", body),
        answer -> acknowledged(board, posted, text, Site.json(answer)));
  }

  private void postMany(Board board) {
    var texts = new ArrayList<Marks.Text>();
    for (int i = 1 + chance.below(40); i > 0; i--) texts.add(marks.newText(marks.newEntry()));
    var posted = texts.stream().map(text -> new Posted(text.entry())).toList();
    posted.forEach(board::trying);
    var body = texts.stream().map(this::body).collect(Collectors.joining(",", "[", "]"));
    calls.underKey(
        Desk.on("POST", board.liveblog(), "/entries", body),
        answer -> {
          var items = Site.json(answer).required("items");
          for (int i = 0; i < posted.size(); i++) {
            // An entry that somebody removed before the call was completed is not in its answer.
            acknowledgedAmong(board, posted.get(i), texts.get(i), items);
          }
        });
  }

  private void acknowledgedAmong(Board board, Posted posted, Marks.Text text, JsonNode items) {
    for (var item : items) {
      if (Marks.entry(item.toString()).equals(text.entry())) {
        acknowledged(board, posted, text, item);
        return;
      }
    }
    findings.unless(
        posted.removalTried(), "a post of many was acknowledged without " + text.entry());
  }

  private void acknowledged(Board board, Posted posted, Marks.Text text, JsonNode entry) {
    var id = Reader.id(entry);
    findings.unless(
        posted.id() == null || posted.id().equals(id),
        posted.mark() + " was acknowledged as " + posted.id() + " and as " + id);
    board.acknowledged(posted, id);
    // Of many, some may have been edited before the call was completed.
    if (entry.required("revision").longValue() == 1) posted.says(1, text.mark());
  }

  private void edit(Board board, Posted posted) {
    var current = read(board, posted);
    if (current == null) return;
    var text = marks.newText(posted.mark());
    var answer =
        calls.once(
            onEntry("PUT", board, posted, "", body(text))
                .withHeader("If-Match", current.header("etag").orElse("")));
    if (answer == null || !answer.isSuccess()) return;
    var form = Site.json(answer);
    posted.says(form.required("revision").longValue(), text.mark());
    posted.pinned(form.required("seq").longValue(), form.required("pinned").booleanValue());
  }

  private @Nullable Response read(Board board, Posted posted) {
    boolean mayBeGone = posted.removalTried();
    var answer = calls.again(onEntry("GET", board, posted, "", ""));
    if (answer == null || answer.isSuccess()) return answer;
    // An answer that is given once more may come before the rows show.
    turns.pass(Duration.ofSeconds(2));
    answer = calls.again(onEntry("GET", board, posted, "", ""));
    if (answer == null || answer.isSuccess()) return answer;
    findings.unless(
        mayBeGone || posted.removalTried(),
        "an acknowledged entry is not there: " + answer.status() + " " + posted.mark());
    return null;
  }

  private void mark(Board board, Posted posted, String action, String body) {
    calls.underKey(
        onEntry("POST", board, posted, action, body),
        answer -> {
          var form = Site.json(answer);
          posted.pinned(form.required("seq").longValue(), form.required("pinned").booleanValue());
        });
  }

  private void remove(Board board, Posted posted) {
    posted.removing();
    for (int tries = 1; tries <= 4; tries++) {
      var answer = calls.once(onEntry("DELETE", board, posted, "", ""));
      if (answer == null) {
        turns.pass(chance.upTo(Duration.ofSeconds(5)));
        continue;
      }
      if (answer.status() == 404) board.gone(posted);
      if (answer.status() == 204) {
        board.removed(posted);
        if (chance.permille(500)) look(board, posted);
      }
      return;
    }
  }

  /** The moment that a removal is acknowledged, no route shows the entry's text; caches aside. */
  private void look(Board board, Posted posted) {
    var id = posted.id();
    if (id == null) throw new IllegalStateException("only what was acknowledged is removed");
    var liveblog = board.liveblog();
    var after = Math.max(0, posted.pins().isEmpty() ? 0 : posted.pins().lastKey() - 1);
    List<Request> requests =
        List.of(
            Site.entry(liveblog, id),
            Site.snapshot(liveblog),
            Site.entries(liveblog, "limit=100"),
            Site.changes(liveblog, "limit=500&after=" + after));
    for (var request : requests) {
      var answer = site.answer(request);
      if (answer == null || answer.status() == 503) continue;
      findings.unless(
          !answer.body().text().contains(posted.mark()),
          "a removed entry is shown: "
              + posted.mark()
              + " by "
              + request.path()
              + ": "
              + answer.body().text());
    }
  }

  private void status(Board board) {
    var status = chance.oneOf(List.of("live", "live", "live", "paused", "ended"));
    calls.underKey(
        Desk.on("POST", board.liveblog(), "/status", "{\"status\":\"" + status + "\"}"), _ -> {});
  }

  private void editLiveblog(Board board) {
    var answer = calls.again(Desk.on("GET", board.liveblog(), "", ""));
    if (answer == null) return;
    calls.once(
        Desk.on(
                "PATCH",
                board.liveblog(),
                "",
                "{\"summary\":\"Stand " + marks.newText("").mark() + "\"}")
            .withHeader("Content-Type", "application/merge-patch+json")
            .withHeader("If-Match", answer.header("etag").orElse("")));
  }

  private static Request onEntry(
      String method, Board board, Posted posted, String action, String body) {
    var id = posted.id();
    if (id == null) throw new IllegalStateException("the post is not acknowledged");
    return Desk.onEntry(method, board.liveblog(), id, action, body);
  }

  private String scheduled(String body) {
    var at = turns.now().plus(chance.upTo(Duration.ofSeconds(40))).truncatedTo(ChronoUnit.MILLIS);
    return body.replaceFirst("^\\{", "{\"status\":\"scheduled\",\"publishAt\":\"" + at + "\",");
  }

  private String body(Marks.Text text) {
    var more = "Am Hafen steigt das Wasser weiter. ".repeat(chance.below(20));
    return """
    {"headline":"%s %s","keyEvent":%b,"body":[{"type":"paragraph","html":"%s"}]}\
    """
        .formatted(text.entry(), text.mark(), chance.permille(100), "Meldung. " + more);
  }
}
