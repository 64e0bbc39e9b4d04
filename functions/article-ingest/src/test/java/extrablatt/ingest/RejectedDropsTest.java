package extrablatt.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.testing.Faults;
import extrablatt.testing.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rejected is kept, with all that is wrong with it, and nothing of it is published. */
final class RejectedDropsTest {
  private final Pressroom room = new Pressroom();

  @Test
  void aBinaryFile() {
    var receipt = send("publish/demo/bild.txt", bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"));

    assertKept(receipt, "unsupported-type", 1);
  }

  @Test
  void anEmptyFile() {
    assertKept(send("publish/demo/leer.txt", bytes("")), "malformed", 1);
  }

  @Test
  void aFileOfUnknownFormatWithoutAnyText() {
    assertKept(send("publish/demo/null.dat", bytes("\0\u0001\u0002")), "unsupported-type", 1);
  }

  @Test
  void twentyMegabytesAreNotEvenRead() {
    var dropped = room.drop("publish/demo/gross.txt", Bytes.of(new byte[20 << 20]), Map.of());
    var unread =
        room.ingestWith(
            Faults.by(call -> call == 3 ? Trouble.BUSY_BEFORE : null)); // 1 receipt, 2 head, 3 copy

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> unread.take(dropped, 1, false)))
        .hasMessageContaining("reject");
    assertKept(room.deliver(dropped), "too-large", 0);
  }

  @Test
  void brokenJson() {
    var receipt = send("publish/demo/kaputt.json", bytes("{\"headline\": \"Fähre\","));

    assertKept(receipt, "malformed", 1);
    assertThat(faults(receipt).getFirst().place()).isInstanceOf(Place.LineColumn.class);
  }

  @Test
  void everyOneOfFiveFaultsInOneDocument() {
    var receipt =
        send(
            "publish/demo/fuenf.json",
            bytes(
                """
                {"headline": "", "urgency": 12, "canonicalUrl": "kein Link", "unbekannt": 1,
                 "body": [{"type": "heading", "level": 9, "text": "x"}]}
                """));

    assertKept(receipt, "invalid", 5);
    assertThat(faults(receipt).stream().map(Fault::place))
        .containsExactlyInAnyOrder(
            new Place.Pointer("/headline"),
            new Place.Pointer("/urgency"),
            new Place.Pointer("/canonicalUrl"),
            new Place.Pointer("/unbekannt"),
            new Place.Pointer("/body/0/level"));
    var problem = room.stores.drops().rejected().get(receipt.id() + "/fuenf.json.problem.json");
    assertThat(requireNonNull(problem).text())
        .contains("/headline", "/urgency", "/canonicalUrl", "/unbekannt", "/body/0/level");
  }

  @Test
  void aKeyOutsideThePrefixesStaysWhereItIs() {
    var dropped = room.drop("irgendwo/notiz.txt", "Eine Notiz.");

    var receipt = room.deliver(dropped);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(requireNonNull(receipt.problem()).detail()).contains("publish/{provider}/");
    assertThat(room.stores.drops().rejected()).isEmpty();
    assertThat(room.stores.drops().head(dropped.key(), dropped.version())).isPresent();
  }

  @Test
  void aSlugThatIsTakenAndOneThatIsReserved() {
    Editor.begins(room, ArticleContent.titled("Fähre fällt aus"));

    var taken =
        send(
            "publish/demo/a.json",
            bytes("{\"headline\": \"Neu\", \"slug\": \"faehre-faellt-aus\"}"));
    var reserved =
        send("publish/demo/b.json", bytes("{\"headline\": \"Neu\", \"slug\": \"changes\"}"));

    for (var receipt : List.of(taken, reserved)) {
      assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(faults(receipt))
          .singleElement()
          .extracting(Fault::place)
          .isEqualTo(new Place.Pointer("/slug"));
    }
    assertThat(room.articles()).hasSize(1);
  }

  @Test
  void aTeaserThatNobodyKnows() {
    var receipt =
        send(
            "publish/demo/video.json",
            bytes(
                """
                {"headline": "Mit Video", "body": [
                  {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01"}}]}
                """));

    assertKept(receipt, "invalid", 1);
    assertThat(faults(receipt).getFirst().place())
        .isEqualTo(new Place.Pointer("/body/0/teaser/id"));
  }

  @Test
  void everyFaultThatOnlyTheStoreCanTellIsNamedAtOnce() {
    Editor.begins(room, ArticleContent.titled("Fähre fällt aus"));

    var receipt =
        send(
            "publish/demo/beides.json",
            bytes(
                """
                {"headline": "Neu", "slug": "faehre-faellt-aus", "body": [
                  {"type": "videoTeaser", "teaser": {"id": "01JQ8Z00000000000000000T01"}}]}
                """));

    assertThat(faults(receipt).stream().map(Fault::place))
        .containsExactlyInAnyOrder(
            new Place.Pointer("/slug"), new Place.Pointer("/body/0/teaser/id"));
  }

  @Test
  void anObjectThatIsGoneBeforeItWasRead() {
    var dropped = room.drop("publish/demo/weg.txt", "Weg\n\nEin Absatz.");
    room.stores.drops().remove(dropped.key(), dropped.version());

    var receipt = room.deliver(dropped);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(requireNonNull(receipt.problem()).type()).isEqualTo("not-found");
  }

  @Test
  void aRejectedUpdateLeavesWhatStands() {
    room.send("publish/demo/a.json", "{\"headline\": \"Gut\"}");

    var receipt = room.send("publish/demo/a.json", "{\"headline\": \"\"}");

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(room.read()).contains("Gut");
    assertThat(room.revisions()).isEqualTo(1);
  }

  private Receipt send(String key, Bytes bytes) {
    Dropped dropped = room.drop(key, bytes, Map.of());
    var receipt = room.deliver(dropped);
    if (room.stores.drops().rejected().containsKey(receipt.id() + "/" + dropped.fileName())) {
      assertThat(room.stores.drops().rejected().get(receipt.id() + "/" + dropped.fileName()))
          .isEqualTo(bytes);
    }
    return receipt;
  }

  /** It is rejected for that, nothing is published, and original and problem lie together. */
  private void assertKept(Receipt receipt, String problem, int faults) {
    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(requireNonNull(receipt.problem()).type()).isEqualTo(problem);
    assertThat(faults(receipt)).as("%s", receipt).hasSize(faults);
    assertThat(room.articles()).isEmpty();
    assertThat(room.stores.drops().rejected().keySet())
        .containsExactlyInAnyOrder(
            receipt.id() + "/" + fileName(receipt),
            receipt.id() + "/" + fileName(receipt) + ".problem.json");
  }

  private static String fileName(Receipt receipt) {
    return receipt.key().substring(receipt.key().lastIndexOf('/') + 1);
  }

  private static List<Fault> faults(Receipt receipt) {
    return requireNonNull(receipt.problem()).faults();
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
