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

  /** An article that shows that teaser. */
  static ObjectNode withTeaser(String headline, ObjectNode teaser) {
    var article = titled(headline);
    article.withArray("body").addObject().put("type", "videoTeaser").set("teaser", teaser);
    return article;
  }

  /** A video teaser of that title, with one stream. */
  static ObjectNode teaser(String title) {
    var teaser = read("{}").put("title", title).put("duration", "PT25S");
    teaser.putArray("streams").addObject().put("url", "https://example.org/video.m3u8");
    return teaser;
  }

  /** An article that uses everything that an article can have. */
  static ObjectNode everyBlock(String headline) {
    return read("""
    {"kicker": "Probe", "lead": "Ein Vorspann.", "language": "de", "section": "Proben",
     "topics": ["Bausteine"], "authors": [{"name": "Ida Brandt", "role": "Redaktion"}],
     "sources": ["eigene"], "urgency": 3, "breaking": true,
     "canonicalUrl": "https://example.org/probe",
     "image": {"url": "https://example.org/a.jpg", "alt": "Bild", "width": 800, "height": 600},
     "related": [{"rel": "mehr", "url": "https://example.org/mehr", "title": "Mehr"}],
     "corrections": [{"at": "2026-03-01T10:00:00.000Z", "text": "Zahl berichtigt."}],
     "body": [
      {"type": "paragraph",
       "html": "Mit <strong>Gewicht</strong> und <a href=\\"https://example.org/\\">Verweis</a>."},
      {"type": "heading", "level": 2, "text": "Zwischentitel"},
      {"type": "quote", "text": "Ein Satz.", "speaker": "Jon Petersen", "role": "Bauleiter"},
      {"type": "image", "url": "https://example.org/b.jpg", "alt": "Kran", "caption": "Ein Kran",
       "credit": "Hafenamt", "width": 1600, "height": 900},
      {"type": "videoTeaser", "teaser": {"title": "Ein Video", "caption": "Ein Kran dreht.",
       "speaker": {"name": "Jana Lorenz", "role": "Reporterin"}, "date": "2026-03-01",
       "duration": "1:12:30 min", "kind": "clip", "topics": ["Kräne"],
       "chapters": [{"startMs": 0, "title": "Anfang"}], "transcript": "Ein Kran dreht sich.",
       "subtitles": [{"language": "de", "url": "https://example.org/de.vtt", "kind": "captions"}],
       "streams": [{"url": "https://example.org/v.mp4", "mediaType": "video/mp4", "width": 1920}]}},
      {"type": "liveblogTeaser", "liveblog": {"kicker": "Live", "headline": "Der Tag",
       "summary": "Alles im Überblick."}},
      {"type": "list", "ordered": true, "items": ["eins", "<em>zwei</em>"]},
      {"type": "table", "header": ["Ort", "Pegel"], "rows": [["Barby", "<strong>5,71</strong>"]]},
      {"type": "embed", "provider": "Karte", "url": "https://example.org/karte", "title": "Karte"},
      {"type": "infobox", "title": "Kasten", "body": [
       {"type": "paragraph", "html": "Im Kasten."},
       {"type": "list", "ordered": false, "items": ["a"]}]},
      {"type": "divider"}]}
    """)
        .put("headline", headline);
  }

  static String id(JsonNode article) {
    return article.path("id").asText();
  }
}
