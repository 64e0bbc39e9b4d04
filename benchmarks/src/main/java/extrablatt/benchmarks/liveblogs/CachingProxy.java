package extrablatt.benchmarks.liveblogs;

import extrablatt.http.Request;
import extrablatt.http.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cache that all readers share. It keeps what it may, as long as it may, under the whole URL and
 * the headers that {@code Vary} names; then it asks whether what it has is still right. Of two
 * answers that come at once it keeps the later one, which need not be the newer.
 */
final class CachingProxy {
  private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=(\\d+)");

  /** Somebody who answers, or from whom no answer comes. */
  @FunctionalInterface
  interface Origin {
    @Nullable Response answer(Request request);
  }

  private record Kept(Response response, Instant until, Map<String, String> varied) {
    boolean answers(Request request) {
      return varied.entrySet().stream()
          .allMatch(header -> request.header(header.getKey()).orElse("").equals(header.getValue()));
    }
  }

  private final Origin origin;
  private final Turns turns;
  private final Counts counts;
  private final Map<String, Map<Map<String, String>, Kept>> answers = new HashMap<>();

  CachingProxy(Origin origin, Turns turns, Counts counts) {
    this.origin = origin;
    this.turns = turns;
    this.counts = counts;
  }

  @Nullable Response answer(Request request) {
    var kept = kept(request);
    if (kept != null && turns.now().isBefore(kept.until())) {
      counts.add("answered by the cache");
      return kept.response();
    }
    if (kept == null) return asked(request, request);
    var tag = kept.response().header("etag").orElse("");
    var answer = asked(request, request.withHeader("If-None-Match", tag));
    if (answer == null || answer.status() != 304) return answer;
    counts.add("kept answers that were still right");
    keep(request, kept.response(), answer);
    return kept.response();
  }

  private @Nullable Response asked(Request request, Request sent) {
    var answer = origin.answer(sent);
    if (answer == null) counts.add("answered by nobody");
    else {
      counts.add("answered " + answer.status() + " by the function");
      if (answer.status() == 200) keep(request, answer, answer);
    }
    return answer;
  }

  private void keep(Request request, Response response, Response headers) {
    var cacheControl = headers.header("cache-control").orElse("");
    var maxAge = MAX_AGE.matcher(cacheControl);
    if (cacheControl.contains("no-store") || !maxAge.find()) return;
    var varied = new HashMap<String, String>();
    for (var name : headers.header("vary").stream().flatMap(CachingProxy::names).toList())
      varied.put(name, request.header(name).orElse(""));
    var until = turns.now().plusSeconds(Long.parseLong(maxAge.group(1)));
    answers
        .computeIfAbsent(url(request), _ -> new HashMap<>())
        .put(varied, new Kept(response, until, varied));
  }

  private static Stream<String> names(String vary) {
    return List.of(vary.toLowerCase(Locale.ROOT).split(" *, *")).stream();
  }

  private @Nullable Kept kept(Request request) {
    return answers.getOrDefault(url(request), Map.of()).values().stream()
        .filter(kept -> kept.answers(request))
        .findFirst()
        .orElse(null);
  }

  private static String url(Request request) {
    return request.path() + "?" + request.rawQuery();
  }
}
