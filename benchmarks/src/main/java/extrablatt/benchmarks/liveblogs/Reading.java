package extrablatt.benchmarks.liveblogs;

import extrablatt.http.Request;
import extrablatt.http.Response;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows a liveblog through the cache at a speed of his own, sleeps, and begins anew
 * with a snapshot or with the first change.
 */
final class Reading {
  /** A cached page that is older than the snapshot would bring back what was removed before it. */
  private static final Duration OLDEST_PAGE = Duration.ofSeconds(3);

  private final String liveblog;
  private final CachingProxy proxy;
  private final Turns turns;
  private final Chance chance;
  private final Counts counts;
  private final Findings findings;
  private final Duration speed;
  private final boolean takesGzip;
  private final boolean isFromTheStart;
  private @Nullable Reader reader;
  private @Nullable String olderCursor;
  private Instant takenAt = Instant.MIN;

  Reading(
      String liveblog,
      CachingProxy proxy,
      Turns turns,
      Chance chance,
      Counts counts,
      Findings findings) {
    this.liveblog = liveblog;
    this.proxy = proxy;
    this.turns = turns;
    this.chance = chance;
    this.counts = counts;
    this.findings = findings;
    this.speed = Duration.ofMillis(100).plus(chance.about(Duration.ofMillis(1800)));
    this.takesGzip = chance.permille(500);
    this.isFromTheStart = chance.permille(200);
  }

  String liveblog() {
    return liveblog;
  }

  /** What he has at the end, if he ever had anything. */
  @Nullable Reader reader() {
    return reader;
  }

  /** Does one thing, and waits as long as he likes. */
  void once() {
    var known = reader;
    if (known == null || chance.permille(20)) begin();
    else if (known.floor() > 0 && chance.permille(100)) readOlder(known);
    else readChanges(known);
    turns.pass(chance.permille(10) ? chance.upTo(Duration.ofMinutes(10)) : chance.about(speed));
  }

  private void begin() {
    if (isFromTheStart) {
      counts.add("readings from the first change on");
      reader = Reader.fromTheStart();
      return;
    }
    counts.add("snapshots");
    var answer = ask(Site.snapshot(liveblog));
    if (answer == null) return;
    try {
      reader = Reader.from(Site.json(answer));
      takenAt = turns.now();
      olderCursor = null;
    } catch (IllegalArgumentException wrong) {
      findings.add("a snapshot is wrong: " + wrong.getMessage());
    }
  }

  /** Reads on until there is no more; says whether he is at the head. */
  boolean readChanges(Reader known) {
    while (true) {
      counts.add("pages of changes");
      var limit = chance.permille(50) ? "&limit=" + (1 + chance.below(9)) : "";
      long before = known.seq();
      var answer = ask(Site.changes(liveblog, "after=" + before + limit));
      if (answer == null) return false;
      var page = Site.json(answer);
      boolean hasMore = page.path("more").booleanValue();
      try {
        for (var row : page.required("changes")) known.apply(row);
      } catch (IllegalArgumentException wrong) {
        findings.add("changes after " + before + " of " + liveblog + ": " + wrong.getMessage());
        reader = null;
        return false;
      }
      findings.unless(
          page.required("headSeq").longValue() >= known.seq(),
          "headSeq is behind its own page: " + page.get("headSeq") + " after " + before);
      findings.unless(
          !hasMore || known.seq() > before, "a page with more has nothing: after " + before);
      if (!hasMore) return true;
      if (known.seq() == before) return false;
    }
  }

  /** Reads the next page of older entries; says whether there is one. */
  boolean readOlder(Reader known) {
    if (known.floor() == 0) return false;
    var soon = takenAt.plus(OLDEST_PAGE);
    if (turns.now().isBefore(soon)) turns.pass(Duration.between(turns.now(), soon));
    counts.add("pages of entries");
    var answer =
        ask(
            Site.entries(
                liveblog, "limit=50" + (olderCursor == null ? "" : "&cursor=" + olderCursor)));
    if (answer == null) return true;
    var page = Site.json(answer);
    known.older(page);
    olderCursor = page.path("next").textValue();
    return known.floor() > 0;
  }

  private @Nullable Response ask(Request request) {
    var sent = takesGzip ? request.withHeader("Accept-Encoding", "gzip") : request;
    var answer = proxy.answer(sent);
    if (answer == null || answer.status() == 503) return null;
    if (answer.status() == 200) return answer;
    var body = answer.body().text();
    findings.add(answer.status() + " to " + request.path() + "?" + request.rawQuery() + " " + body);
    if (body.contains("/problems/resync")) {
      counts.add("resyncs");
      reader = null;
    }
    return null;
  }
}
