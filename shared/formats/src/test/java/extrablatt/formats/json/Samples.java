package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.json.JsonValue.JsonObject;
import java.util.List;

/** Articles and teasers that several tests use. */
final class Samples {
  static final String TEASER_ID = "01JQ8Z00000000000000000T01";

  /** Every field that an article can have, and every kind of block. */
  static final String ARTICLE =
      """
      {
        "slug": "sturmflut-an-der-kueste",
        "kicker": "Wetter",
        "headline": "Sturmflut an der Küste: „Die Deiche halten“ 🌊",
        "lead": "Der Wind lässt nach.",
        "language": "de",
        "section": "Panorama",
        "topics": ["Sturm", "Küste"],
        "authors": [{"name": "Jonna Petersen", "role": "Reporterin"}, {"name": "Ole Brandt"}],
        "sources": ["eigene Recherche"],
        "image": {
          "url": "https://media.example.org/flut.jpg",
          "alt": "Ein Deich",
          "caption": "Der Deich am Morgen",
          "credit": "Foto: Ole Brandt",
          "width": 1600,
          "height": 900,
          "renditions": [{"url": "/media/x/klein.jpg", "width": 320, "height": 180}]
        },
        "body": [
          {"type": "paragraph", "html": "Das Wasser <strong>steht</strong> &amp; fällt."},
          {"type": "heading", "level": 2, "text": "Was jetzt & hier < kommt"},
          {"type": "quote", "text": "Wir bleiben.", "speaker": "Anke Voss", "role": "Deichgräfin"},
          {"type": "image", "url": "/media/y/deich.jpg", "alt": "Deich"},
          {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01"}},
          {"type": "liveblogTeaser", "liveblog": {"kicker": "Liveblog", "headline": "Die Flut",
            "summary": "Alles zur Lage", "image": {"caption": "Die Lage"}}},
          {"type": "list", "ordered": true, "items": ["eins", "<em>zwei</em>"]},
          {"type": "table", "header": ["Ort", "Pegel"], "rows": [["Büsum", "3,20"], ["List", "2,90"]]},
          {"type": "embed", "provider": "karten", "url": "https://maps.example.org/1", "title": "Karte"},
          {"type": "infobox", "title": "Hintergrund", "body": [
            {"type": "paragraph", "html": "So entsteht eine Flut."},
            {"type": "divider"}]},
          {"type": "divider"}
        ],
        "related": [{"rel": "more", "url": "https://example.org/mehr", "title": "Mehr"},
          {"id": "01JQ8Z00000000000000000A02"}],
        "corrections": [{"at": "2026-03-14T11:00:00+01:00", "text": "Der Pegel stand falsch da."}],
        "breaking": true,
        "urgency": 3,
        "expiresAt": "2027-01-01T00:00:00Z",
        "canonicalUrl": "https://www.example.org/panorama/sturmflut"
      }
      """;

  /** Every field that a teaser can have. */
  static final String TEASER =
      """
      {
        "title": "Die Flut in 25 Sekunden",
        "caption": "Bilder vom Deich",
        "speaker": {"name": "Anke Voss", "role": "Deichgräfin"},
        "date": "2026-03-14",
        "duration": "0:25 min",
        "kind": "broadcast",
        "poster": {"url": "/media/z/poster.jpg"},
        "streams": [{"url": "https://media.example.org/a.m3u8", "mediaType": "application/x-mpegURL",
          "width": 1920, "height": 1080, "bitrate": 4000000, "codec": "avc1.640028"}],
        "subtitles": [{"language": "de", "url": "/media/z/a.de.vtt", "kind": "captions"}],
        "chapters": [{"startMs": 0, "title": "Anfang"}, {"startMs": 12000, "title": "Ende"}],
        "transcript": "Man hört den Wind.",
        "aspectRatio": "16:9",
        "availableFrom": "2026-03-14T10:00:00Z",
        "availableUntil": "2026-04-14T10:00:00Z",
        "countries": {"allow": ["DE", "AT"], "deny": ["CH"]},
        "ageRating": "6",
        "topics": ["Sturm"],
        "canonicalUrl": "https://www.example.org/video/flut"
      }
      """;

  private Samples() {}

  static ArticleContent article() {
    return read(ARTICLE).content();
  }

  static ContentReading.Read read(String json) {
    return switch (new ArticleJson().readContent(Bytes.utf8(json), BodyKind.CREATION)) {
      case ContentReading.Read read -> read;
      case ContentReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  static JsonObject parsed(Bytes json) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Understood(var object) -> object;
      case Parsed.Broken(var fault) -> throw new AssertionError(fault + " in " + json.text());
    };
  }

  static List<String> pointers(List<Fault> faults) {
    return faults.stream().map(fault -> ((Place.Pointer) fault.place()).pointer()).toList();
  }
}
