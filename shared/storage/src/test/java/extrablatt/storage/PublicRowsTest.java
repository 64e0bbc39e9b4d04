package extrablatt.storage;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.change;
import static extrablatt.testing.Samples.changed;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.form;
import static extrablatt.testing.Samples.order;
import static extrablatt.testing.Samples.saved;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.storage.PublicRows.RowChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PublicRowsTest {
  private static final ListName NEWEST = new ListName.Newest();
  private static final ListName WAHL = new ListName.Topic("Wahl");

  private final Publication draft = created(article(1), "one").after();
  private final Publication live = draft.published(order(1, null, "one", NEWEST, WAHL), NOON);

  @Test
  void aSaveTouchesNothingThatThePublicReads() {
    assertThat(PublicRows.changedBy(saved(live, "two"))).isEmpty();
  }

  @Test
  void publishingWritesTheDocumentAndEachOfItsPlacesOnce() {
    var twice = draft.published(order(1, null, "one", NEWEST, WAHL, WAHL), NOON);

    assertThat(PublicRows.changedBy(changed(draft, twice)))
        .extracting(Object::getClass)
        .containsExactly(
            RowChange.PutDocument.class,
            RowChange.PutVariants.class,
            RowChange.PutListed.class,
            RowChange.PutListed.class);
  }

  @Test
  void aScheduledReplacementOnlyClosesWhatIsVisible() {
    var next = saved(live, "one").after();
    var scheduled =
        next.published(order(2, NOON.plusSeconds(60), "one", NEWEST), NOON.plusSeconds(1));
    var onlyNew = scheduled.spans().getLast();
    var forms = Map.of(onlyNew, form(article(1), onlyNew));

    var rows = PublicRows.changedBy(new Change(next, scheduled, null, null, forms));

    assertThat(rows)
        .extracting(Object::getClass)
        .containsExactly(
            RowChange.AmendDocument.class,
            RowChange.AmendVariants.class,
            RowChange.AmendListed.class,
            RowChange.AmendListed.class,
            RowChange.PutDocument.class,
            RowChange.PutVariants.class,
            RowChange.PutListed.class);
  }

  @Test
  void aReplacementAtOnceTurnsEachRowInOneWriteSoThatNoReaderMeetsBothOrNeither() {
    var next = saved(live, "two").after();

    var replaced = next.published(order(2, null, "two", NEWEST, WAHL), NOON.plusSeconds(1));

    assertThat(PublicRows.changedBy(changed(next, replaced)))
        .extracting(Object::getClass)
        .containsExactly(
            RowChange.PutDocument.class,
            RowChange.PutVariants.class,
            RowChange.PutListed.class,
            RowChange.PutListed.class);
    assertThat(PublicRows.changedBy(changed(next, replaced)))
        .extracting(RowChange::key)
        .isEqualTo(
            PublicRows.changedBy(changed(draft, live)).stream().map(RowChange::key).toList());
  }

  @Test
  void whateverHappensNoRowIsNamedTwice() {
    var next = saved(live, "two").after();
    var scheduled = next.published(order(2, NOON.plusSeconds(60), "two", NEWEST), NOON);
    var gone = scheduled.withdrawn("wrong", NOON.plusSeconds(2));
    var again = gone.published(order(2, null, "two", NEWEST, WAHL), NOON.plusSeconds(3));

    for (var step :
        List.of(
            changed(next, scheduled),
            changed(scheduled, gone),
            changed(gone, again),
            change(scheduled, scheduled.endedAt(NOON.plusSeconds(9), NOON.plusSeconds(1)), null))) {
      assertThat(PublicRows.changedBy(step)).extracting(RowChange::key).doesNotHaveDuplicates();
    }
  }
}
