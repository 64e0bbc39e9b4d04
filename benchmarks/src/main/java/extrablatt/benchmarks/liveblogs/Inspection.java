package extrablatt.benchmarks.liveblogs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import extrablatt.benchmarks.liveblogs.CachingProxy.Origin;
import extrablatt.benchmarks.liveblogs.Moments.Place;
import extrablatt.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks, once everything is over, whether a liveblog is what editors were told it is. */
final class Inspection {
  private static final List<String> COUNTED =
      List.of("headSeq", "entryCount", "updatedAt", "socket");

  private final String liveblog;
  private final Origin site;
  private final Findings findings;
  private final JsonNode snapshot;
  private final List<JsonNode> entries;

  Inspection(String liveblog, Origin site, Findings findings) {
    this.liveblog = liveblog;
    this.site = site;
    this.findings = findings;
    snapshot = ask(Site.snapshot(liveblog));
    entries = pages();
  }

  private JsonNode ask(Request request) {
    var answer = site.answer(request);
    if (answer == null || answer.status() != 200)
      throw new IllegalStateException(request.path() + " is not answered: " + answer);
    return Site.json(answer);
  }

  private List<JsonNode> pages() {
    var all = new ArrayList<JsonNode>();
    @Nullable String cursor = null;
    do {
      var query = "limit=100" + (cursor == null ? "" : "&cursor=" + cursor);
      var page = ask(Site.entries(liveblog, query));
      page.required("items").forEach(all::add);
      cursor = page.path("next").textValue();
    } while (cursor != null);
    return List.copyOf(all);
  }

  long headSeq() {
    return snapshot.required("headSeq").longValue();
  }

  int entryCount() {
    return entries.size();
  }

  int pinCount() {
    return snapshot.required("pinned").size();
  }

  /** The snapshot, the pages of entries and the single entries agree with each other. */
  void agree() {
    findings.unless(
        snapshot.required("entryCount").intValue() == entries.size(),
        liveblog + " counts " + snapshot.get("entryCount") + " entries and has " + entries.size());
    var newest = new ArrayList<JsonNode>();
    snapshot.required("entries").forEach(newest::add);
    same("the snapshot's entries", newest, entries.subList(0, Math.min(20, entries.size())));
    for (var pinned : snapshot.required("pinned"))
      findings.unless(entries.contains(pinned), "a pin is no entry: " + pinned);
    for (var entry : entries) {
      boolean isPin = pins().contains(Reader.id(entry));
      findings.unless(
          entry.required("pinned").booleanValue() == isPin, "pinned is wrong: " + entry);
      findings.unless(
          ask(Site.entry(liveblog, Reader.id(entry))).equals(entry),
          "the entry's own route says something else: " + entry);
    }
    long before = Long.MAX_VALUE;
    for (var entry : entries) {
      findings.unless(Reader.firstSeq(entry) < before, "entries are out of order: " + entry);
      before = Reader.firstSeq(entry);
    }
  }

  private List<String> pins() {
    var pins = new ArrayList<String>();
    for (var pinned : snapshot.required("pinned")) pins.add(Reader.id(pinned));
    return pins;
  }

  /** A reader who caught up has exactly this liveblog, above his floor and wherever he knows it. */
  void reads(String who, Reader reader) {
    findings.unless(
        reader.seq() == headSeq(), who + " is at " + reader.seq() + " instead of " + headSeq());
    same(
        who,
        reader.entries(),
        entries.stream().filter(entry -> Reader.firstSeq(entry) >= reader.floor()).toList());
    for (var known : reader.known())
      findings.unless(entries.contains(known), who + " has what is not there: " + known);
    findings.unless(
        reader.pins().equals(pins()), who + " has the pins " + reader.pins() + " not " + pins());
    var own = reader.liveblog();
    if (own != null)
      findings.unless(
          lasting(own).equals(lasting(snapshot)), who + " has the liveblog " + lasting(own));
  }

  private static JsonNode lasting(JsonNode liveblog) {
    var fields = (ObjectNode) liveblog.deepCopy();
    fields.remove(COUNTED);
    fields.remove(List.of("entries", "pinned"));
    return fields;
  }

  private void same(String who, List<JsonNode> has, List<JsonNode> wanted) {
    findings.unless(
        has.size() == wanted.size(), who + " has " + has.size() + " not " + wanted.size());
    for (int i = 0; i < Math.min(has.size(), wanted.size()); i++)
      findings.unless(
          has.get(i).equals(wanted.get(i)),
          who + " has " + shortly(has.get(i)) + " not " + shortly(wanted.get(i)));
  }

  private static String shortly(JsonNode entry) {
    var text = entry.toString();
    return text.substring(0, Math.min(150, text.length()));
  }

  /** What was acknowledged is there, once, as it was acknowledged last; nothing is there twice. */
  void keeps(List<Posted> posts) {
    var times = new HashMap<String, List<JsonNode>>();
    for (var entry : entries)
      times.computeIfAbsent(Marks.entry(entry.toString()), _ -> new ArrayList<>()).add(entry);
    for (var post : posts) {
      var found = times.getOrDefault(post.mark(), List.of());
      findings.unless(found.size() <= 1, post.mark() + " is there " + found.size() + " times");
      if (post.isRemoved()) findings.unless(found.isEmpty(), post.mark() + " was removed");
      else if (found.isEmpty())
        findings.unless(
            post.id() == null || post.removalTried(), post.mark() + " was acknowledged: lost");
      else if (post.id() != null) keeps(post, found.getFirst());
    }
  }

  private void keeps(Posted post, JsonNode entry) {
    findings.unless(Reader.id(entry).equals(post.id()), post.mark() + " has another id: " + entry);
    var text = post.texts().lastEntry();
    long revision = entry.required("revision").longValue();
    if (text != null && revision <= text.getKey())
      findings.unless(
          revision == text.getKey() && Marks.text(entry.toString()).equals(text.getValue()),
          post.mark() + " lost its acknowledged text " + text + ": " + entry);
    var pin = post.pins().lastEntry();
    long seq = entry.required("seq").longValue();
    if (pin != null && seq <= pin.getKey())
      findings.unless(
          seq == pin.getKey() && entry.required("pinned").booleanValue() == pin.getValue(),
          post.mark() + " lost its acknowledged pin " + pin + ": " + entry);
  }

  /** The rows themselves: no number is missing, and no text stands twice or longer than it may. */
  void rows(DynamoDbClient client, String table) {
    var texts = new HashMap<String, Integer>();
    long next = 1;
    Map<String, AttributeValue> start = Map.of();
    do {
      var from = start;
      var page =
          client.query(query ->
              query
                  .tableName(table)
                  .keyConditionExpression("pk = :partition")
                  .expressionAttributeValues(
                      Map.of(":partition", AttributeValue.fromS("PUB#LIVEBLOG#" + liveblog)))
                  .consistentRead(true)
                  .exclusiveStartKey(from.isEmpty() ? null : from));
      for (var row : page.items()) {
        var sort = Place.of(row).sort();
        boolean isChange = sort.startsWith("CHANGE#") && !sort.equals("CHANGE#HEAD");
        if (isChange) {
          long seq = Long.parseLong(sort.substring("CHANGE#".length()));
          findings.unless(seq == next, "after row " + (next - 1) + " comes row " + seq);
          next = seq + 1;
        }
        for (var text : texts(row))
          texts.merge((isChange ? "row " : "other ") + text, 1, Integer::sum);
      }
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!start.isEmpty());
    findings.unless(next == headSeq() + 1, "the last row is " + (next - 1) + " not " + headSeq());
    for (var entry : entries) {
      var text = Marks.text(entry.toString());
      findings.unless(
          Integer.valueOf(1).equals(texts.remove("row " + text)), text + " is not in one row");
      findings.unless(
          Integer.valueOf(1).equals(texts.remove("other " + text)), text + " is not in one entry");
    }
    findings.unless(texts.isEmpty(), "texts that nobody should be able to read: " + texts);
  }

  /** The marks of texts in any of a row's attributes, once for each attribute. */
  private static List<String> texts(Map<String, AttributeValue> row) {
    if (!row.containsKey("firstSeq")) return List.of();
    var texts = new ArrayList<String>();
    for (var value : row.values()) {
      var text = value.b() == null ? String.valueOf(value.s()) : plain(value);
      texts.addAll(Marks.texts(text));
    }
    return texts;
  }

  private static String plain(AttributeValue value) {
    return value.b().asString(StandardCharsets.UTF_8);
  }
}
