package extrablatt.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Ingest;
import extrablatt.domain.ingest.OriginId;
import extrablatt.domain.ingest.Product;
import extrablatt.testing.Faults;
import extrablatt.testing.Killed;
import extrablatt.testing.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A feed of 2,000 documents of all formats: versions of the same stories, corrections and kills. In
 * whichever order it comes, doubled, on several threads and with crashes, the same stands in the
 * end.
 */
final class FeedTest {
  private static final int DOCUMENTS = 2_000;
  private static final int STORIES = 400;
  private static final int THREADS = 4;
  private static final int TRIES = 60;

  /** What stands after the feed came as it was sent. */
  private static Map<Integer, String> inOrder = Map.of();

  @BeforeAll
  static void deliverInOrder() {
    var room = new Pressroom();
    dropped(room).forEach(room::deliver);
    inOrder = states(room);
  }

  /** A document of a story: its format, its version, and whether it is a kill. */
  private record Item(String format, int story, int version, boolean kills) {
    String name() {
      return "publish/demo/%s-%d-%d".formatted(format, story, version) + extension();
    }

    private String extension() {
      return switch (format) {
        case "nitf", "newsml" -> ".xml";
        case "markdown" -> ".md";
        default -> ".json";
      };
    }

    String text() {
      var template =
          switch (format) {
            case "ninjs" ->
                """
                {"uri": "%1$s", "version": "%2$d", "pubstatus": "%3$s", "headline": "Meldung %1$s",
                 "description_text": "Stand %2$d", "body_html": "<p>Satz %2$d</p>"}
                """;
            case "dpa" ->
                """
                {"urn": "%1$s", "entry_id": "e", "version": %2$d, "pubstatus": "%3$s",
                 "headline": "Meldung %1$s", "teaser": "Stand %2$d", "article_html": "<p>Satz %2$d</p>"}
                """;
            case "nitf" ->
                """
                <nitf><head><docdata management-status="%3$s"><doc-id id-string="%1$s"/>
                <du-key version="%2$d"/></docdata></head><body><body.head><hedline><hl1>Meldung %1$s</hl1>
                </hedline><abstract>Stand %2$d</abstract></body.head><body.content><p>Satz %2$d</p>
                </body.content></body></nitf>
                """;
            case "newsml" ->
                """
                <newsItem guid="%1$s" version="%2$d"><itemMeta><itemClass qcode="ninat:text"/>
                <pubStatus qcode="stat:%3$s"/></itemMeta><contentMeta><headline>Meldung %1$s</headline>
                <description>Stand %2$d</description></contentMeta><contentSet><inlineXML><p>Satz %2$d</p>
                </inlineXML></contentSet></newsItem>
                """;
            case "markdown" ->
                """
                ---
                guid: %1$s
                version: %2$d
                title: Meldung %1$s
                lead: Stand %2$d
                ---
                Satz %2$d
                """;
            default -> throw new IllegalStateException(format);
          };
      return template.formatted("s" + story, version, kills ? "canceled" : "usable");
    }
  }

  private static List<Item> feed() {
    var random = new Random(2026);
    var formats = List.of("ninjs", "dpa", "nitf", "newsml", "markdown");
    var versions = new int[STORIES];
    var feed = new ArrayList<Item>();
    for (int i = 0; i < DOCUMENTS; i++) {
      int story = random.nextInt(STORIES);
      var format = formats.get(random.nextInt(formats.size()));
      boolean kills = !format.equals("markdown") && random.nextInt(15) == 0;
      feed.add(new Item(format, story, ++versions[story], kills));
    }
    return feed;
  }

  private static List<Dropped> dropped(Pressroom room) {
    return feed().stream().map(item -> room.drop(item.name(), item.text())).toList();
  }

  @Test
  void inItsOwnOrderTheNewestVersionsStand() {
    var newest = new TreeMap<Integer, Item>();
    for (var item : feed()) newest.put(item.story(), item);

    assertThat(newest).hasSizeGreaterThan(STORIES * 9 / 10);
    newest.forEach((story, item) -> {
      if (item.kills()) assertThat(inOrder.get(story)).contains("withdrawn:");
      else assertThat(inOrder.get(story)).contains("\"lead\":\"Stand " + item.version() + "\"");
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void inAnyOrderDoubledAtOnceAndWithCrashesTheSameStands(long seed) throws InterruptedException {
    var room = new Pressroom();
    var dropped = dropped(room);
    var deliveries = new ArrayList<>(dropped);
    var random = new Random(seed);
    for (int i = 0; i < DOCUMENTS / 4; i++) deliveries.add(dropped.get(random.nextInt(DOCUMENTS)));
    Collections.shuffle(deliveries, random);
    var faults =
        Faults.seeded(
            seed,
            0.01,
            Trouble.KILLED_BEFORE,
            Trouble.KILLED_AFTER,
            Trouble.BUSY_BEFORE,
            Trouble.BUSY_AFTER);
    var ingest = room.ingestOnTable(faults);
    Queue<Dropped> queue = new ConcurrentLinkedQueue<>(deliveries);

    Together.run(
        THREADS,
        _ -> {
          for (var next = queue.poll(); next != null; next = queue.poll()) deliver(ingest, next);
        });

    assertThat(room.receipts()).hasSize(DOCUMENTS);
    assertThat(states(room)).isEqualTo(inOrder);
  }

  /** As the queue does: what failed comes again. */
  private static void deliver(Ingest ingest, Dropped dropped) {
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        ingest.take(dropped, tries, false);
        return;
      } catch (Busy | Killed _) {
        // The queue delivers it again.
      }
    }
    throw new AssertionError("failed " + TRIES + " times: " + dropped.key());
  }

  /** What the public meets at each story, and what its newest revision says. */
  private static Map<Integer, String> states(Pressroom room) {
    var states = new TreeMap<Integer, String>();
    for (int story = 0; story < STORIES; story++) {
      var origin = room.stores.origins().find(OriginId.ofArticle("demo", "s" + story));
      if (origin.isEmpty()) continue;
      var product = origin.get().product();
      states.put(
          story, product instanceof Product.OfArticle(var id) ? state(room, id) : "only killed");
    }
    return states;
  }

  private static String state(Pressroom room, ArticleId id) {
    var publication = room.stores.content().find(id).orElseThrow();
    var head = room.stores.content().revision(id, publication.head()).orElseThrow();
    var read = room.read(id.value());
    return head.content().text() + (read.startsWith("withdrawn") ? " " + read : " public");
  }
}
