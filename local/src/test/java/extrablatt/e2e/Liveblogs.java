package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A liveblog of the newsroom. */
record Liveblogs(Api newsroom, JsonNode form) {
  private static final String ROOT = "/newsroom/liveblogs";

  /** Opens one that is live. */
  static Liveblogs opened(Api newsroom, String headline) {
    var body = Articles.read("{}").put("headline", headline).put("status", "live");
    return new Liveblogs(newsroom, newsroom.post(ROOT, body.toString()).with(201).json());
  }

  String id() {
    return form.path("id").asText();
  }

  String slug() {
    return form.path("slug").asText();
  }

  /** The newsroom's address of it, or of something below it. */
  String path(String below) {
    return ROOT + "/" + id() + below;
  }

  String entry(JsonNode entry, String below) {
    return path("/entries/" + entry.path("id").asText() + below);
  }

  JsonNode post(String headline) {
    return newsroom
        .post(path("/entries"), Articles.read("{}").put("headline", headline).toString())
        .with(201)
        .json();
  }

  /** All changes after a number, page by page, as a reader gets them. */
  List<JsonNode> changes(Api reader, long after) {
    var page = reader.get("/liveblogs/" + id() + "/changes?after=" + after).with(200).json();
    var rows = StreamSupport.stream(page.path("changes").spliterator(), false).toList();
    if (!page.path("more").asBoolean()) return rows;
    var all = new ArrayList<>(rows);
    all.addAll(changes(reader, rows.getLast().path("seq").asLong()));
    return all;
  }
}
