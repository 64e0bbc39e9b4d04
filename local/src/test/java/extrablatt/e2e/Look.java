package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One look of a reader at a path, and between which moments it was answered. */
record Look(String path, Instant asked, Instant answered, Answer answer) {
  private static final Pattern KEPT =
      Pattern.compile("max-age=(\\d+)(?:, stale-while-revalidate=(\\d+))?");

  /** Looks at all paths in turn, again and again, the last time wholly after that moment. */
  static List<Look> around(Instant moment, Api reader, List<String> paths, String... headers) {
    var looks = new ArrayList<Look>();
    boolean after;
    do {
      after = now().isAfter(moment);
      for (var path : paths) looks.add(at(path, reader, headers));
    } while (!after);
    return looks;
  }

  private static Look at(String path, Api reader, String... headers) {
    var asked = now();
    var answer = reader.get(path, headers);
    return new Look(path, asked, now(), answer);
  }

  /** What the wire can say of a moment. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isBefore(Instant moment) {
    return answered.isBefore(moment);
  }

  boolean isAfter(Instant moment) {
    return asked.isAfter(moment);
  }

  /** The article of that id as the path shows it, by itself or in a list: none, one, or more. */
  List<JsonNode> articles(String id) {
    if (answer.status() != 200) return List.of();
    var json = answer.json();
    var shown =
        json.has("items")
            ? StreamSupport.stream(json.get("items").spliterator(), false).toList()
            : List.of(json);
    return shown.stream().filter(article -> article.path("id").asText().equals(id)).toList();
  }

  boolean shows(String id) {
    return !articles(id).isEmpty();
  }

  /** The last moment at which a cache may still give this answer. */
  Instant keptUntil() {
    var matcher = KEPT.matcher(answer.required("Cache-Control"));
    if (!matcher.matches()) return asked;
    return asked.plusSeconds(
        Arrays.asList(matcher.group(1), matcher.group(2)).stream()
            .mapToLong(seconds -> seconds == null ? 0 : Long.parseLong(seconds))
            .sum());
  }

  @Override
  public String toString() {
    return "%s between %s and %s: %s".formatted(path, asked, answered, answer);
  }
}
