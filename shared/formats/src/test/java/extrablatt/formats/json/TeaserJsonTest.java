package extrablatt.formats.json;

import static extrablatt.formats.json.Samples.parsed;
import static extrablatt.formats.json.Samples.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeaserJsonTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

  private final TeaserJson json = new TeaserJson();
  private final Publication draft =
      Publication.created(new TeaserId(Samples.TEASER_ID), NOON, null, null, null);

  @Test
  void everyFieldIsReadAndStored() {
    var content = content(Samples.TEASER);

    assertThat(content).hasNoNullFieldsOrProperties();
    assertThat(json.read(json.stored(content))).isEqualTo(content);
    assertThat(json.stored(json.read(json.stored(content)))).isEqualTo(json.stored(content));
  }

  @Test
  void theNewsroomFormIsPutBackUnchanged() {
    var content = content(Samples.TEASER);

    var form = json.newsroomForm(new TeaserView(draft, content), NOON);

    assertThat(json.readContent(form)).isEqualTo(new TeaserReading.Read(content, null));
  }

  @Test
  void theNewsroomFormSaysTheStateOfTheMoment() {
    var order = new PublishOrder(1, NOON.plusSeconds(60), null, null, List.of(), null);
    var scheduled = draft.published(order, NOON);
    var view = new TeaserView(scheduled, content(Samples.TEASER));

    assertThat(parsed(json.newsroomForm(view, NOON)).fields())
        .containsEntry("status", new JsonValue.JsonText("scheduled"))
        .containsEntry("publishAt", new JsonValue.JsonText("2026-03-14T12:01:00.000Z"))
        .doesNotContainKeys("liveRevision", "slug", "articles");
    assertThat(parsed(json.newsroomForm(view, NOON.plusSeconds(60))).fields())
        .containsEntry("status", new JsonValue.JsonText("published"))
        .containsEntry("liveRevision", new JsonValue.JsonNumber("1"))
        .doesNotContainKey("publishAt");
  }

  @Test
  void listsShowTheSameLessTheLongFields() {
    var content = content(Samples.TEASER);

    var summary = parsed(json.newsroomSummary(draft, json.line(content), NOON)).fields();
    var form = parsed(json.newsroomForm(new TeaserView(draft, content), NOON)).fields();

    assertThat(summary).allSatisfy((name, value) -> assertThat(value).isEqualTo(form.get(name)));
    assertThat(summary).hasSize(form.size() - 4);
    assertThat(summary).doesNotContainKeys("streams", "subtitles", "chapters", "transcript");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "duration": "0:25 min"                      | PT25S
          "duration": "1:12:30 min"                   | PT1H12M30S
          "duration": "PT25S", "durationMs": 25000    | PT25S
          "duration": "PT25.4S", "durationMs": 25000  | PT25.4S
          "duration": "PT25S", "durationMs": 26000    | PT25S
          "durationMs": 25500                         | PT25.5S
          "durationMs": 0                             | PT0S
          "duration": 25                              | PT25S
          "duration": 25.5                            | PT25.5S
          "duration": 2.5e1                           | PT25S
          "duration": 25, "durationMs": 25000         | PT25S
          "duration": "90 Sek."                       | PT1M30S
          "duration": "2 h 5 min"                     | PT2H5M
          "duration": "1500 ms"                       | PT1.5S
          "duration": "PT48H"                         | PT48H
          "duration": 172800                          | PT48H
          """)
  void aDurationComesInEitherWay(String fields, Duration duration) {
    assertThat(content("{\"title\": \"x\", " + fields + "}").duration()).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "duration": "lang"                         | /duration   | such as PT25S
          "duration": "25"                           | /duration   | unit
          "duration": ""                             | /duration   | such as PT25S
          "duration": "NaN"                          | /duration   | such as PT25S
          "duration": "-0:25 min"                    | /duration   | must not be negative
          "duration": "PT-5S"                        | /duration   | must not be negative
          "duration": "-PT5S"                        | /duration   | must not be negative
          "duration": -5                             | /duration   | must not be negative
          "duration": -1e400                         | /duration   | must not be negative
          "duration": 1e400                          | /duration   | at most 48 hours
          "duration": 172800.001                     | /duration   | at most 48 hours
          "duration": "48:00:01"                     | /duration   | at most 48 hours
          "duration": "PT48H0.001S"                  | /duration   | at most 48 hours
          "duration": "P1Y"                          | /duration   | not in years, months or weeks
          "duration": "P1M"                          | /duration   | not in years, months or weeks
          "duration": true                           | /duration   | a string, or a number of seconds
          "duration": null                           | /duration   | must not be null
          "durationMs": -1                           | /durationMs | must not be negative
          "durationMs": 172800001                    | /durationMs | at most 48 hours
          "durationMs": 25.5                         | /durationMs | whole number
          "durationMs": 1e400                        | /durationMs | whole number
          "durationMs": "25000"                      | /durationMs | must be a number
          "duration": "PT30S", "durationMs": "x"     | /durationMs | must be a number
          "duration": "PT25S", "durationMs": 26001   | /durationMs | says PT26.001S where duration says PT25S
          "duration": "0:25 min", "durationMs": 25   | /durationMs | says PT0.025S where duration says PT25S
          """)
  void aNonsenseDurationIsANamedFault(String fields, String pointer, String detail) {
    assertThat(faults("{\"title\": \"x\", " + fields + "}"))
        .singleElement()
        .satisfies(fault -> {
          assertThat(pointers(List.of(fault))).containsExactly(pointer);
          assertThat(fault.detail()).contains(detail);
        });
  }

  /** The form that was got says PT25S twice. */
  @ParameterizedTest
  @CsvSource({
    "PT25S, 25000, PT25S",
    "0:30 min, 25000, PT30S",
    "PT25S, 30000, PT30S",
    "PT25S, 25500, PT25.5S",
    "0:30 min, 30000, PT30S"
  })
  void ofAFormThatIsPutBackWhatWasChangedCounts(String words, int milliseconds, Duration duration) {
    var form = json.newsroomForm(new TeaserView(draft, content(Samples.TEASER)), NOON);
    var body =
        "{\"title\": \"x\", \"duration\": \"%s\", \"durationMs\": %d}"
            .formatted(words, milliseconds);

    var reading = json.replacement(form, Bytes.utf8(body));

    assertThat(reading)
        .isInstanceOfSatisfying(
            TeaserReading.Read.class,
            read -> assertThat(read.content().duration()).isEqualTo(duration));
  }

  @Test
  void whereBothWereChangedTheyHaveToAgree() {
    var form = json.newsroomForm(new TeaserView(draft, content(Samples.TEASER)), NOON);
    var body = Bytes.utf8("{\"title\": \"x\", \"duration\": \"0:30 min\", \"durationMs\": 1}");

    assertThat(List.of(json.replacement(form, body), json.patched(form, body)))
        .allSatisfy(reading ->
            assertThat(reading)
                .isInstanceOfSatisfying(
                    TeaserReading.Refused.class,
                    refused ->
                        assertThat(pointers(refused.faults())).containsExactly("/durationMs")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"duration": "0:30 min"}                        | PT30S
          {"durationMs": 30000}                           | PT30S
          {"duration": "0:30 min", "durationMs": 25000}   | PT30S
          {"duration": "PT25S", "durationMs": 30000}      | PT30S
          {"duration": null, "durationMs": 30000}         | PT30S
          {"duration": "0:30 min", "durationMs": null}    | PT30S
          {"duration": null}                              |
          {"durationMs": null}                            |
          {"title": "Neu"}                                | PT25S
          """)
  void aPatchChangesTheDurationInEitherWay(String patch, Duration duration) {
    var form = json.newsroomForm(new TeaserView(draft, content(Samples.TEASER)), NOON);

    var patched = json.patched(form, Bytes.utf8(patch));

    assertThat(patched)
        .isInstanceOfSatisfying(
            TeaserReading.Read.class,
            read -> assertThat(read.content().duration()).isEqualTo(duration));
  }

  @Test
  void aPatchRemovesKnownFieldsOnly() {
    var form = json.newsroomForm(new TeaserView(draft, content(Samples.TEASER)), NOON);

    var patched = json.patched(form, Bytes.utf8("{\"a/b\": null, \"caption\": null}"));

    assertThat(patched)
        .isInstanceOfSatisfying(
            TeaserReading.Refused.class,
            refused -> assertThat(pointers(refused.faults())).containsExactly("/a~1b"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    var faults =
        faults(
            """
            {"titel": "x", "speaker": {"role": "x", "mail": 1}, "date": "gestern", "duration": "lang",
             "kind": "film", "poster": {}, "streams": [{"bitrate": 0}], "subtitles": [{}],
             "chapters": [{}], "availableFrom": "2026-03-14T10:00:00",
             "countries": {"allow": ["Deutschland"], "only": []}, "topics": {}, "publishAt": "bald",
             "slug": "x"}
            """);

    assertThat(pointers(faults))
        .containsExactlyInAnyOrder(
            "/titel",
            "/speaker/name",
            "/speaker/mail",
            "/date",
            "/duration",
            "/kind",
            "/poster/url",
            "/streams/0/url",
            "/streams/0/bitrate",
            "/subtitles/0/url",
            "/chapters/0/startMs",
            "/chapters/0/title",
            "/availableFrom",
            "/countries/allow/0",
            "/countries/only",
            "/topics",
            "/publishAt",
            "/slug");
  }

  @Test
  void oneOfTitleCaptionAndSpeakerIsNeeded() {
    assertThat(pointers(faults("{}"))).containsExactly("/title");
    assertThat(content("{\"caption\": \"Bild\"}"))
        .isEqualTo(TeaserContent.of(null, "Bild", null, null, null));
  }

  private TeaserContent content(String body) {
    return switch (json.readContent(Bytes.utf8(body))) {
      case TeaserReading.Read read -> read.content();
      case TeaserReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  private List<Fault> faults(String body) {
    return switch (json.readContent(Bytes.utf8(body))) {
      case TeaserReading.Read read -> throw new AssertionError(read);
      case TeaserReading.Refused refused -> refused.faults();
    };
  }
}
