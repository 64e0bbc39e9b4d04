package extrablatt.borders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import extrablatt.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A teaser's window and countries, decided when somebody reads, on every path: a window is {@code
 * from <= now < until}, and no cached answer outlives a border.
 */
final class BordersTest {
  private static final Duration INSTANT = Duration.ofMillis(1);

  /** Longer than an answer is ever kept, and well within it. */
  private static final List<Duration> BEFORE =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofSeconds(39),
          Duration.ofSeconds(11),
          Duration.ofMillis(1_999),
          Duration.ofSeconds(1),
          INSTANT);

  private static final Pattern AGES = Pattern.compile("(max-age|stale-while-revalidate)=(\\d+)");

  private final World world = new World();

  @ParameterizedTest
  @EnumSource
  void itIsThereFromTheFirstInstantOnAndGoneAtTheLast(Way way) throws IOException {
    for (var time : before(World.FROM).toList())
      assertThat(isShown(way, time)).as("before, at %s", time).isFalse();
    assertThat(isShown(way, World.FROM)).isTrue();
    assertThat(isShown(way, World.FROM.plus(INSTANT))).isTrue();
    for (var time : before(World.UNTIL).toList())
      assertThat(isShown(way, time)).as("inside, at %s", time).isTrue();
    assertThat(isShown(way, World.UNTIL)).isFalse();
    assertThat(isShown(way, World.UNTIL.plus(INSTANT))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEASER")
  void withoutItNothingElseIsOtherThanWithIt(Way way) throws IOException {
    world.at(World.FROM.minus(INSTANT));
    var before = json(way);
    world.at(World.FROM);
    var with = json(way);
    world.at(World.UNTIL);
    var after = json(way);

    assertThat(with.toString()).contains(World.TITLE);
    var without = with.deepCopy();
    remove(without);
    assertThat(before).isEqualTo(without);
    assertThat(after).isEqualTo(without);
  }

  @ParameterizedTest
  @EnumSource
  void aWindowMayBeOpenAtEitherEnd(Way way) throws IOException {
    var begins = new World(", \"availableFrom\": \"%s\"".formatted(World.FROM));
    var ends = new World(", \"availableUntil\": \"%s\"".formatted(World.UNTIL));

    assertThat(isShown(begins, way, World.FROM.minus(INSTANT))).isFalse();
    assertThat(isShown(begins, way, World.FROM)).isTrue();
    assertThat(isShown(begins, way, World.UNTIL)).isTrue();
    assertThat(isShown(ends, way, World.FROM.minus(INSTANT))).isTrue();
    assertThat(isShown(ends, way, World.UNTIL.minus(INSTANT))).isTrue();
    assertThat(isShown(ends, way, World.UNTIL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whoKnowsAnAnswerGetsAnotherOneAtTheBorder(Way way) {
    world.at(World.FROM);
    var known = world.read(way, null).header("ETag").orElseThrow();
    assertThat(world.readAgain(way, known).status()).isEqualTo(304);

    world.at(World.UNTIL);

    assertThat(world.readAgain(way, known).status()).isEqualTo(way == Way.TEASER ? 404 : 200);
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerIsKeptPastTheNextBorder(Way way) {
    for (var border : List.of(World.FROM, World.UNTIL)) {
      for (var time : before(border).toList()) {
        world.at(time);

        var kept = kept(world.read(way, null));

        assertThat(time.plus(kept)).as("read at %s", time).isBeforeOrEqualTo(border);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void farFromABorderAnAnswerIsKeptAsUsual(Way way) {
    world.at(World.FROM);

    assertThat(kept(world.read(way, null))).isPositive();
  }

  static Stream<Arguments> viewers() {
    return Stream.of(Way.values())
        .filter(Way::hasStreams)
        .flatMap(way ->
            Stream.of(
                Arguments.of(way, "", true),
                Arguments.of(way, "DE", true),
                Arguments.of(way, "de", true),
                Arguments.of(way, "FR", false),
                Arguments.of(way, "CH", false)));
  }

  @ParameterizedTest
  @MethodSource("viewers")
  void whereItIsDeniedItsStreamsAreWithheldAndNothingElse(
      Way way, String country, boolean isAllowed) {
    world.at(World.FROM);

    var answer = world.read(way, country.isEmpty() ? null : country);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text()).contains(World.TITLE);
    assertThat(answer.body().text().contains(World.STREAM)).isEqualTo(isAllowed);
    assertThat(answer.header("Vary").orElse("")).contains("CloudFront-Viewer-Country");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"allow\": [\"DE\"]}', DE, true",
    "'{\"allow\": [\"DE\"]}', FR, false",
    "'{\"allow\": [\"DE\"]}', , true",
    "'{\"deny\": [\"CH\"]}', DE, true",
    "'{\"deny\": [\"CH\"]}', CH, false",
    "'{\"deny\": [\"CH\"]}', , true",
  })
  void oneListOfCountriesIsEnough(String countries, @Nullable String country, boolean isAllowed) {
    var listed = new World(", \"countries\": " + countries);

    for (var way : Way.values()) {
      if (!way.hasStreams()) continue;
      assertThat(listed.read(way, country).body().text().contains(World.STREAM))
          .as("%s", way)
          .isEqualTo(isAllowed);
    }
  }

  private static Stream<Instant> before(Instant border) {
    return BEFORE.stream().map(border::minus);
  }

  private boolean isShown(Way way, Instant time) throws IOException {
    return isShown(world, way, time);
  }

  /** Whether the teaser is there; what stands around it is in any case. */
  private static boolean isShown(World world, Way way, Instant time) throws IOException {
    world.at(time);
    var answer = world.read(way, null);
    var text = answer.body().text();
    if (answer.status() == 404 && way == Way.TEASER) {
      assertThat(answer.header("Cache-Control")).contains("no-store");
      return false;
    }
    assertThat(answer.status()).isEqualTo(200);
    new JsonMapper().readTree(text);
    if (way.isInside())
      assertThat(text).containsSubsequence("Davor", "Danach").doesNotContain("null");
    return text.contains(World.TITLE);
  }

  private JsonNode json(Way way) throws IOException {
    return new JsonMapper().readTree(world.read(way, null).body().text());
  }

  /** Takes the teaser out of a document, as an item of a list or as a block of a body. */
  private void remove(JsonNode node) {
    var children = node.elements();
    while (children.hasNext()) {
      var child = children.next();
      if (isTheTeaser(child) || isTheTeaser(child.path("teaser"))) children.remove();
      else remove(child);
    }
  }

  private boolean isTheTeaser(JsonNode node) {
    return node.path("id").asText().equals(world.id().value());
  }

  /** How long a cache may hand the answer out, fresh or while it asks anew. */
  private static Duration kept(Response answer) {
    var ages = AGES.matcher(answer.header("Cache-Control").orElseThrow());
    var kept = Duration.ZERO;
    while (ages.find()) kept = kept.plusSeconds(Long.parseLong(ages.group(2)));
    return kept;
  }
}
