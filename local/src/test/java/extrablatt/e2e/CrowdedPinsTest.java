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

  private final Api newsroom;
  private final Api reader;

  CrowdedPinsTest(Stack stack) {
    newsroom = stack.newsroom();
    reader = stack.reader();
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
            .put(liveblog.entry(crowded, ""), entry("Neu").toString(), "If-Match", "*")
            .with(422);

    assertThat(refused.text()).contains("pinned");
    reader.get("/liveblogs/%s/entries/%s".formatted(liveblog.id(), Articles.id(crowded))).with(200);
  }

  /** The first of as many pins as there may be, each put above it. */
  private JsonNode crowded(Liveblogs liveblog) {
    var first =
        newsroom.post(liveblog.path("/entries"), entry("Mit Filmen").toString()).with(201).json();
    pin(liveblog, first);
    for (int i = 1; i < PINS; i++) pin(liveblog, liveblog.post("Nadel " + i));
    return first;
  }

  private void pin(Liveblogs liveblog, JsonNode entry) {
    newsroom.post(liveblog.entry(entry, "/pin"), "{\"position\": 0}").with(200);
  }

  private static ObjectNode entry(String headline) {
    var entry = Articles.read("{}").put("headline", headline);
    var body = entry.putArray("body");
    for (int i = 0; i < FILMS; i++) {
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
