package extrablatt.formats.drops;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.log.Log;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DropLogTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final List<String> lines = new ArrayList<>();
  private final DropLog log = new DropLog(new Log("news", () -> null, clock, lines::add), clock);

  @ParameterizedTest
  @EnumSource
  void everyOutcomeIsCounted(Outcome outcome) {
    log.taken(receipt(outcome, "drafts/agentur/a.json"), System.nanoTime(), false);

    var name = outcome.name().toLowerCase(Locale.ROOT);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"document." + name + "\"",
            "\"Outcome\":\"" + name + "\"",
            "\"IngestOutcome\":1")
        .doesNotContain("PublishLatency");
  }

  @Test
  void whatADropMakesPublicIsMeasuredFromItsEvent() {
    log.taken(receipt(Outcome.ACCEPTED, "publish/agentur/a.json"), System.nanoTime(), false);

    assertThat(lines).singleElement().asString().contains("\"PublishLatency\":1500");
  }

  @Test
  void neitherAReplayNorARefusalIsMeasured() {
    log.taken(receipt(Outcome.ACCEPTED, "publish/agentur/a.json"), System.nanoTime(), true);
    log.taken(receipt(Outcome.REJECTED, "publish/agentur/a.json"), System.nanoTime(), false);

    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("PublishLatency"));
  }

  @Test
  void aFailureIsNamedByItsKindAndNotByItsWords() {
    log.failed("receipt-1", 3, new IllegalStateException("quotes the document"));

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException", "DropLogTest", "\"attempts\":3")
        .doesNotContain("quotes the document");
  }

  private static Receipt receipt(Outcome outcome, String key) {
    return new Receipt(
        "receipt-1",
        1,
        key,
        "v1",
        "0001",
        outcome,
        null,
        null,
        null,
        null,
        null,
        NOON.minusMillis(1500),
        1,
        null,
        List.of());
  }
}
