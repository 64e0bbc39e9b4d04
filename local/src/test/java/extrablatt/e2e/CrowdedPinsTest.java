package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twenty pins, and under them an entry with films of its own: what writes all pins anew and all
 * films with it is more than one transaction holds.
 */
@ExtendWith(OneStack.class)
final class CrowdedPinsTest {
  private static final int PINS = 20;
  private static final int FILMS = 12;
  private static final int MOST_FILMS = 14;

  private final Api newsroom;
  private final Api reader;
  private final DropBucket drops;

  CrowdedPinsTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
    drops = stack.drops();
  }

  @Test
  void anEntryUnderManyPinsIsRemovedWithItsFilms() {
    var liveblog = Liveblogs.opened(newsroom, "Viele Nadeln");
    var crowded = crowded(liveblog);
    var films = films(crowded);
    assertThat(films).hasSize(FILMS);
    films.forEach(film -> reader.get("/video-teasers/" + film).with(200));

    newsroom.send("DELETE", liveblog.entry(crowded, ""), new byte[0]).with(204);

    films.forEach(film -> reader.get("/video-teasers/" + film).with(410));
    reader.get("/liveblogs/%s/entries/%s".formatted(liveblog.id(), Articles.id(crowded))).with(404);
    var snapshot = reader.get("/liveblogs/" + liveblog.id()).with(200).json();
    assertThat(snapshot.path("pinned")).hasSize(PINS - 1);
  }

  @Test
  void whatIsTooMuchAtOnceIsNamed() {
    var liveblog = Liveblogs.opened(newsroom, "Noch mehr Nadeln");
    var crowded = crowded(liveblog);

    var refused =
        newsroom
            .put(liveblog.entry(crowded, ""), entry("Neu", FILMS).toString(), "If-Match", "*")
            .with(422);

    assertThat(refused.text()).contains("unpin");
    reader.get("/liveblogs/%s/entries/%s".formatted(liveblog.id(), Articles.id(crowded))).with(200);
  }

  /** Old films go and new ones come in one transaction, pins or not. */
  @Test
  void filmsThatAreReplacedByOthersAreTooManyAtOnceToo() {
    var liveblog = Liveblogs.opened(newsroom, "Ohne Nadeln");
    var posted =
        newsroom
            .post(liveblog.path("/entries"), entry("Viele", MOST_FILMS).toString())
            .with(201)
            .json();

    var refused =
        newsroom
            .put(
                liveblog.entry(posted, ""), entry("Andere", MOST_FILMS).toString(), "If-Match", "*")
            .with(422);

    assertThat(refused.text()).contains("in steps");
    newsroom.post(liveblog.path("/entries"), entry("Mehr", MOST_FILMS + 1).toString()).with(422);
    newsroom.send("DELETE", liveblog.entry(posted, ""), new byte[0]).with(204);
  }

  /** As many as may be new, also with a key, whose answer is a row of the same transaction. */
  @Test
  void asManyAsAreAllowedFitWithAKeyAndInADrop() {
    var liveblog = Liveblogs.opened(newsroom, "Mit Schlüssel");
    var body = entry("Alle", MOST_FILMS);

    newsroom
        .post(
            liveblog.path("/entries"), body.toString(), "Idempotency-Key", "films-" + liveblog.id())
        .with(201);
    var key = "liveblogs/filme/" + liveblog.slug() + "/alle.json";
    var receipt = drops.deliver(key, body.put("guid", "alle").put("version", 1).toString());
    assertThat(receipt.path("outcome").asText()).isEqualTo("accepted");
  }

  /** The first of as many pins as there may be, each put above it. */
  private JsonNode crowded(Liveblogs liveblog) {
    var first =
        newsroom
            .post(liveblog.path("/entries"), entry("Mit Filmen", FILMS).toString())
            .with(201)
            .json();
    pin(liveblog, first);
    for (int i = 1; i < PINS; i++) pin(liveblog, liveblog.post("Nadel " + i));
    return first;
  }

  private void pin(Liveblogs liveblog, JsonNode entry) {
    newsroom.post(liveblog.entry(entry, "/pin"), "{\"position\": 0}").with(200);
  }

  private static ObjectNode entry(String headline, int films) {
    var entry = Articles.read("{}").put("headline", headline);
    var body = entry.putArray("body");
    for (int i = 0; i < films; i++) {
      var film = body.addObject().put("type", "videoTeaser").putObject("teaser");
      film.put("title", headline + " " + i);
    }
    return entry;
  }

  private static List<String> films(JsonNode entry) {
    var films = new ArrayList<String>();
    entry.path("body").forEach(block -> films.add(block.at("/teaser/id").asText()));
    return films;
  }
}
