package extrablatt.e2e;

import static extrablatt.e2e.Articles.ids;
import static extrablatt.e2e.Articles.published;
import static extrablatt.e2e.Articles.titled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What client apps get, and how little they have to fetch. */
@ExtendWith(OneStack.class)
final class DeliveryTest {
  private static final String ARTICLES = "/newsroom/articles";
  private static final String COUNTRY = "CloudFront-Viewer-Country";

  private final Api reader;
  private final Api newsroom;

  DeliveryTest(Stack stack) {
    reader = stack.reader();
    newsroom = stack.newsroom();
  }

  @Test
  void compressedAndPlainHaveTagsOfTheirOwnAndEitherIsKnown() {
    var id = id(published(newsroom, titled("Zwei Fassungen")));
    for (var path : List.of("/articles/" + id, "/articles/zwei-fassungen", "/articles?limit=3")) {
      var plain = reader.get(path).with(200);
      var gzip = reader.get(path, "Accept-Encoding", "gzip").with(200);

      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(plain.header("Content-Encoding")).isNull();
      assertThat(gzip.etag()).isNotEqualTo(plain.etag()).startsWith("\"");
      assertThat(gzip.json()).isEqualTo(plain.json());
      assertThat(plain.header("Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
      assertThat(plain.header("Vary")).contains("Accept-Encoding");
      for (var tag :
          List.of(plain.etag(), gzip.etag(), "W/" + plain.etag(), "\"x\", " + gzip.etag(), "*")) {
        var known = reader.get(path, "If-None-Match", tag).with(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.etag()).isEqualTo(plain.etag());
        assertThat(known.header("Cache-Control")).isEqualTo(plain.header("Cache-Control"));
      }
      reader.get(path, "If-None-Match", "\"andere\"").with(200);
    }
  }

  @Test
  void headIsGetWithoutABody() {
    var id = id(published(newsroom, withTeaser("Kopf", teaser("Kopfvideo"))));
    var teaser = Articles.teasers(reader.get("/articles/" + id).with(200).json()).getFirst();
    var paths =
        List.of(
            "/articles/" + id,
            "/articles?limit=1",
            "/video-teasers",
            "/video-teasers/" + teaser,
            "/openapi.json",
            "/docs",
            "/health");

    for (var path : paths) {
      var get = reader.get(path, "Accept-Encoding", "gzip").with(200);
      var head = reader.head(path, "Accept-Encoding", "gzip").with(200);

      assertThat(head.body()).isEmpty();
      assertThat(withoutMoment(head)).as(path).isEqualTo(withoutMoment(get));
    }
  }

  private static Map<String, List<String>> withoutMoment(Answer answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !List.of("date", "apigw-requestid").contains(header.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void aListIsReadToItsEndWhileNewArticlesComeInAtItsTop() {
    var section = "cursorstrecke";
    var all = IntStream.range(0, 60).mapToObj(number -> inSection(section, number)).toList();
    var read = new ArrayList<String>();
    var answer = reader.get("/articles?section=" + section + "&limit=7").with(200);
    var pages = 1;

    read.addAll(ids(answer.json()));
    while (answer.json().has("next")) {
      inSection(section, 100 + pages);
      var next = answer.json().path("next").asText();
      assertThat(next).matches("[A-Za-z0-9_-]+");
      var path = "/articles?section=" + section + "&limit=7&cursor=" + next;
      assertThat(answer.header("Link")).isEqualTo("<" + path + ">; rel=\"next\"");
      answer = reader.get(path).with(200);
      read.addAll(ids(answer.json()));
      pages++;
    }

    assertThat(pages).isEqualTo(9);
    assertThat(read).isEqualTo(all.reversed());
    assertThat(answer.header("Link")).isNull();
    var now = DropBucket.items(reader, "/articles?section=" + section);
    assertThat(now).hasSize(68);
    assertThat(now)
        .isSortedAccordingTo(
            Comparator.<JsonNode, String>comparing(item -> item.path("publishedAt").asText())
                .thenComparing(item -> item.path("id").asText())
                .reversed());
  }

  private String inSection(String section, int number) {
    return id(published(newsroom, titled("Nummer " + number).put("section", section)));
  }

  @Test
  void articlesOfOneMomentAreOrderedByIdAndNoneIsSkipped() {
    var ids = new HashSet<String>();
    for (int i = 0; i < 7; i++) {
      var saved =
          newsroom.post(ARTICLES, titled("Rückdatiert").put("section", "gleichzeitig").toString());
      var id = id(saved.with(201).json());
      newsroom
          .post(ARTICLES + "/" + id + "/publish", "{\"at\": \"2026-02-03T04:05:06.789Z\"}")
          .with(200);
      ids.add(id);
    }

    var read = new ArrayList<String>();
    var page = reader.get("/articles?section=gleichzeitig&limit=3").with(200).json();
    read.addAll(ids(page));
    while (page.has("next")) {
      page =
          reader
              .get("/articles?section=gleichzeitig&limit=3&cursor=" + page.path("next").asText())
              .with(200)
              .json();
      read.addAll(ids(page));
    }

    assertThat(read)
        .containsExactlyElementsOf(ids.stream().sorted(Comparator.reverseOrder()).toList());
  }

  @Test
  void filtersMatchTheExactString() {
    var article = titled("Gefiltert").put("section", "Kultur & Leben");
    article.putArray("topics").add("Theater/Tanz").add("Größe+1");
    article.putArray("authors").addObject().put("name", "Mara Öztürk");
    var id = id(published(newsroom, article));

    for (var filter :
        List.of(
            "section=Kultur+%26+Leben",
            "section=Kultur%20%26%20Leben",
            "topic=Theater%2FTanz",
            "topic=Gr%C3%B6%C3%9Fe%2B1",
            "author=Mara%20%C3%96zt%C3%BCrk")) {
      assertThat(ids(reader.get("/articles?" + filter).with(200).json())).containsExactly(id);
    }
    for (var filter :
        List.of(
            "section=Kultur",
            "section=kultur+%26+leben",
            "topic=Theater",
            "author=Mara",
            "topic=")) {
      assertThat(reader.get("/articles?" + filter).with(200).text()).isEqualTo("{\"items\":[]}");
    }
  }

  @Test
  void aSummaryLeavesOutWhatListsDoNotShow() {
    var article = everyBlock("Zusammenfassung").put("section", "zusammenfassung");
    published(newsroom, article);

    var item = reader.get("/articles?section=zusammenfassung").with(200).json().at("/items/0");

    for (var left : List.of("body", "related", "corrections", "sources", "origin")) {
      assertThat(item.has(left)).as(left).isFalse();
    }
    assertThat(item.path("headline").asText()).isEqualTo("Zusammenfassung");
    assertThat(item.path("breaking").isBoolean()).isTrue();
  }

  @Test
  void whatTheNewsroomGetsItCanPutBack() {
    var created =
        newsroom
            .post(ARTICLES + "?publish=true", everyBlock("Hin und zurück").toString())
            .with(201);
    var path = created.required("Location");
    var got = newsroom.get(path).with(200);

    var same = newsroom.put(path, got.text(), "If-Match", got.etag()).with(200);
    var edited = ((ObjectNode) got.json()).put("headline", "Hin, zurück und weiter");
    var changed = newsroom.put(path, edited.toString(), "If-Match", same.etag()).with(200);

    assertThat(got.json()).isEqualTo(created.json());
    assertThat(same.json()).isEqualTo(got.json());
    assertThat(same.etag()).isEqualTo(got.etag());
    assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
    assertThat(changed.json().path("liveRevision").asInt()).isEqualTo(1);
    assertThat(changed.json().path("headline").asText()).isEqualTo("Hin, zurück und weiter");
    assertThat(changed.json().path("body")).isEqualTo(got.json().path("body"));
    assertThat(changed.etag()).isNotEqualTo(got.etag());
  }

  @Test
  void everyKindOfBlockReachesTheReader() {
    var sent = everyBlock("Alle Bausteine");
    var id = id(published(newsroom, sent));

    var shown = reader.get("/articles/" + id).with(200).json();

    assertThat(types(shown)).isEqualTo(types(sent));
    assertThat(shown.at("/body/0/html").asText())
        .isEqualTo(
            "Mit <strong>Gewicht</strong> und <a href=\"https://example.org/\">Verweis</a>.");
    for (int i = 1; i < sent.path("body").size(); i++) {
      if (types(sent).get(i).equals("videoTeaser")) continue;
      assertThat(shown.path("body").get(i)).isEqualTo(sent.path("body").get(i));
    }
    for (var field : List.of("related", "corrections", "sources", "topics", "authors", "image")) {
      assertThat(shown.path(field)).as(field).isEqualTo(sent.path(field));
    }
  }

  private static List<String> types(JsonNode article) {
    return article.path("body").findValuesAsText("type");
  }

  @Test
  void unsafeHtmlNeverReachesTheReader() {
    var article = titled("Eingeschleust");
    article
        .withArray("body")
        .addObject()
        .put("type", "paragraph")
        .put(
            "html",
            "<script>böse()</script>Gut <img src=x onerror=y><a href=\"javascript:z\">hier</a>");
    var id = id(published(newsroom, article));

    var shown = reader.get("/articles/" + id).with(200).text();

    assertThat(shown)
        .contains("Gut ")
        .contains("hier")
        .doesNotContain("<script", "onerror", "javascript:");
  }

  @Test
  void aTeaserInsideAnArticleAppearsInItsWindow() {
    var from = Look.now().plusMillis(2_500);
    var until = Look.now().plusMillis(3_500);
    var teaser =
        teaser("Nur kurz")
            .put("availableFrom", from.toString())
            .put("availableUntil", until.toString());
    var id = id(published(newsroom, withTeaser("Mit Fenster", teaser)));
    var record = teaserOf(id);
    var paths = List.of("/articles/" + id, "/video-teasers/" + record, "/video-teasers?limit=100");

    var looks = Look.around(until, reader, paths);

    assertThat(looks)
        .filteredOn(look -> look.isBefore(from))
        .isNotEmpty()
        .noneMatch(look -> look.answer().text().contains("Nur kurz"))
        .allMatch(look -> !look.keptUntil().isAfter(from));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(from) && look.isBefore(until))
        .isNotEmpty()
        .allMatch(look -> look.answer().text().contains("Nur kurz"))
        .allMatch(look -> !look.keptUntil().isAfter(until));
    assertThat(looks)
        .filteredOn(look -> look.isAfter(until))
        .isNotEmpty()
        .noneMatch(look -> look.answer().text().contains("Nur kurz"));
    assertThat(looks)
        .filteredOn(look -> look.path().startsWith("/articles/"))
        .allMatch(look -> look.answer().status() == 200 && look.answer().json().has("body"));
    reader.get("/video-teasers/" + record).with(404);
  }

  private String teaserOf(String article) {
    return Articles.teasers(newsroom.get(ARTICLES + "/" + article).with(200).json()).getFirst();
  }

  @Test
  void streamsAreShownOnlyWhereTheyMayBe() {
    var allowed = teaser("Nur hier");
    allowed.putObject("countries").putArray("allow").add("DE").add("AT");
    ((ObjectNode) allowed.get("countries")).putArray("deny").add("AT");
    var id = id(published(newsroom, withTeaser("Länder", allowed)));
    var record = teaserOf(id);

    for (var path : List.of("/articles/" + id, "/video-teasers/" + record)) {
      assertThat(reader.get(path).with(200).text()).contains("\"streams\"");
      assertThat(reader.get(path, COUNTRY, "DE").with(200).text()).contains("\"streams\"");
      for (var country : List.of("FR", "AT")) {
        var denied = reader.get(path, COUNTRY, country).with(200);
        assertThat(denied.text()).contains("Nur hier").doesNotContain("\"streams\"");
        assertThat(denied.header("Vary")).contains(COUNTRY);
        assertThat(denied.etag()).isNotEqualTo(reader.get(path).etag());
      }
    }
  }

  @Test
  void theContractIsServed() {
    var contract = reader.get("/openapi.json").with(200).json();

    assertThat(contract.path("openapi").asText()).startsWith("3.1");
    assertThat(reader.get("/docs").with(200).header("Content-Type")).startsWith("text/html");
    assertThat(reader.get("/health").with(200).json().path("status").asText()).isEqualTo("ok");
  }

  private static ObjectNode withTeaser(String headline, ObjectNode teaser) {
    var article = titled(headline);
    article.withArray("body").addObject().put("type", "videoTeaser").set("teaser", teaser);
    return article;
  }

  private static ObjectNode teaser(String title) {
    var teaser = Articles.read("{}").put("title", title).put("duration", "PT25S");
    teaser.putArray("streams").addObject().put("url", "https://example.org/video.m3u8");
    return teaser;
  }

  /** An article that uses everything that an article can have. */
  private static ObjectNode everyBlock(String headline) {
    return Articles.read(
            """
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

  private static String id(JsonNode article) {
    return article.path("id").asText();
  }
}
