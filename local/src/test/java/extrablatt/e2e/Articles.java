package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Articles to send, and what tests look for in those that come back. */
final class Articles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Articles() {}

  /** An article of a headline and one paragraph, to which a test adds what it is about. */
  static ObjectNode titled(String headline) {
    var article = JSON.createObjectNode().put("headline", headline);
    article
        .putArray("body")
        .addObject()
        .put("type", "paragraph")
        .put("html", "Ein Absatz zu: " + headline);
    return article;
  }

  static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Saves and publishes a new article; returns its newsroom form. */
  static JsonNode published(Api newsroom, JsonNode article) {
    return newsroom.post("/newsroom/articles?publish=true", article.toString()).with(201).json();
  }

  static List<String> ids(JsonNode list) {
    return texts(list, "id");
  }

  /** That field of each item of a list. */
  static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  /** The pointers of a problem's errors. */
  static List<String> pointers(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("pointer").asText())
        .toList();
  }

  /** The ids of the video teasers that an article shows, in their order. */
  static List<String> teasers(JsonNode article) {
    return StreamSupport.stream(article.path("body").spliterator(), false)
        .filter(block -> block.path("type").asText().equals("videoTeaser"))
        .map(block -> block.at("/teaser/id").asText())
        .toList();
  }
}
