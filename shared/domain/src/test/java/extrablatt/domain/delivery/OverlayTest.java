package extrablatt.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.EntryId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LiveblogStatus;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.domain.liveblogs.PublicEntry;
import extrablatt.domain.liveblogs.TextRow;
import extrablatt.domain.publishing.Rendering;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverlayTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final EntryId ENTRY = new EntryId("01JD9ZQ4M8T3V5W6X7Y8Z9A0B1");

  @Test
  void anEntryThatWasPinnedAndUnpinnedAmongTheNewestChangesIsThereOnce() {
    var text = new TextRow(2, NOON, true);
    var face = Rendering.of(Bytes.utf8("{\"headline\":\"Die Flut\"}"));
    var pinned = new PublicEntry(ENTRY, 1, 2, true, false, text, List.of(1L), face);
    var unpinned = pinned.at(3, false);

    var overlay =
        Overlay.of(
                head(3),
                List.of(
                    new LogRow.Unpinned(3, NOON, ENTRY),
                    new LogRow.Pinned(2, NOON, pinned, 0),
                    new LogRow.Superseded(1, NOON)))
            .orElseThrow();

    assertThat(overlay.newest(List.of(unpinned), 20)).containsExactly(unpinned);
    assertThat(overlay.newest(List.of(pinned), 20)).containsExactly(unpinned);
    assertThat(overlay.newest(List.of(), 20)).containsExactly(unpinned);
  }

  private static LiveblogHead head(long seq) {
    return new LiveblogHead(
        new LiveblogId("01JD9ZQ4M8T3V5W6X7Y8Z9A0B2"),
        seq,
        LiveblogStatus.LIVE,
        1,
        NOON,
        List.of(),
        null,
        new Slug("flood"),
        List.of(),
        NOON,
        Bytes.utf8("{}"),
        null);
  }
}
