package extrablatt.ingest;

import static extrablatt.ingest.Documents.page;
import static extrablatt.ingest.Pressroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Caller;
import extrablatt.domain.DocumentId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.ingest.Dropped;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Teasers that came in with an article become visible with it, and go with it. */
final class FollowingTeasersTest {
  private static final String KEY = "publish/demo/hafen.txt";
  private static final Caller EDITOR = new Caller("editor");

  private final Pressroom room = new Pressroom();

  @Test
  void atReingestATeaserKeepsItsIdByTitleDateAndDuration() {
    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild."));
    var before = teaserIds();

    room.send(KEY, swapped("Neue Worte.", "Andere Worte."));

    assertThat(teaserIds()).isEqualTo(before);
    assertThat(room.read()).containsSubsequence("Neue Worte.", "Andere Worte.");
    assertThat(room.readTeaser(before.get(0).value())).contains("am Morgen 0", "Andere Worte.");
    assertThat(room.readTeaser(before.get(1).value())).contains("am Morgen 1", "Neue Worte.");
  }

  @Test
  void elseByItsPosition() {
    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild."));
    var before = teaserIds();

    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild.").replace("0:21 min", "0:59 min"));

    assertThat(teaserIds()).isEqualTo(before);
    assertThat(room.readTeaser(before.get(1).value())).contains("PT59S");
  }

  @Test
  void aTeaserThatIsUnchangedHasNoNewRevision() {
    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild."));

    room.send(KEY, page("Hafen", "Erstes Bild.", "Neues Bild."));

    assertThat(room.teasers().reversed()).extracting(Publication::head).containsExactly(1, 2);
  }

  @Test
  void aTeaserThatTheArticleNoLongerShowsEnds() {
    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild."));
    room.clock.pass(Duration.ofMinutes(1));

    room.send(KEY, page("Hafen", "Erstes Bild."));

    assertThat(room.list(new ListName.Teasers())).hasSize(1);
    assertThat(room.readTeasers().get(0)).startsWith("{");
    assertThat(room.readTeasers().get(1)).isEqualTo("expired");
  }

  @Test
  void oneThatAReplacementNoLongerShowsEndsWhenThatBegins() {
    room.send(KEY, page("Hafen", "Erstes Bild.", "Zweites Bild."));

    room.send(KEY, page("Hafen", "Erstes Bild."), at(3));

    assertThat(room.list(new ListName.Teasers())).hasSize(2);
    assertThat(room.read()).contains("Zweites Bild.");
    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.list(new ListName.Teasers())).hasSize(1);
    assertThat(room.read()).doesNotContain("Zweites Bild.");
  }

  @Test
  void theyAreWithdrawnWithTheirArticleAndComeBackWithIt() {
    room.send(KEY, page("Hafen", "Erstes Bild."));

    Editor.of(room).withdraw("Falsch.");
    assertThat(room.readTeasers()).containsExactly("withdrawn: Falsch.");
    assertThat(room.list(new ListName.Teasers())).isEmpty();

    Editor.of(room).publish();
    assertThat(room.readTeasers()).singleElement().asString().contains("Erstes Bild.");
    assertThat(room.list(new ListName.Teasers())).hasSize(1);
  }

  @Test
  void theyExpireWithTheirArticle() {
    var content =
        "{\"headline\": \"Hafen\", \"expiresAt\": \"2026-03-01T12:00:03Z\", \"body\": [{\"type\":"
            + " \"videoTeaser\", \"teaser\": {\"title\": \"Am Kai\"}}]}";
    room.send("publish/demo/hafen.json", content);
    assertThat(room.list(new ListName.Teasers())).hasSize(1);

    room.clock.pass(Duration.ofSeconds(3));

    assertThat(room.readTeasers()).containsExactly("expired");
    assertThat(room.list(new ListName.Teasers())).isEmpty();
  }

  @Test
  void aCancelledReplacementsTeaserTextIsNeverShown() {
    room.send(KEY, page("Hafen", "Altes Bild."));
    room.clock.pass(Duration.ofSeconds(1));
    room.send(KEY, page("Hafen", "Gesperrtes Bild."), at(60));

    Editor.of(room).publish(1, null);

    assertThat(room.readTeasers()).singleElement().asString().contains("Altes Bild.");
    assertThat(room.read()).contains("Altes Bild.").doesNotContain("Gesperrtes Bild.");
    room.clock.pass(Duration.ofMinutes(5));
    assertThat(room.readTeasers()).singleElement().asString().contains("Altes Bild.");
  }

  @Test
  void aRollbackShowsTheTeaserAsItWas() {
    room.send(KEY, page("Hafen", "Altes Bild."));
    room.clock.pass(Duration.ofMinutes(1));
    room.send(KEY, page("Hafen", "Neues Bild."));

    Editor.of(room).publish(1, null);

    assertThat(room.read()).contains("Altes Bild.").doesNotContain("Neues Bild.");
    assertThat(room.readTeasers()).singleElement().asString().contains("Altes Bild.");
  }

  @Test
  void aRedeliveryDoesNotShowATeaserTextThatIsStillADraft() {
    var live = room.drop(KEY, page("Hafen", "Altes Bild."));
    room.deliver(live);
    room.clock.pass(Duration.ofMinutes(1));
    room.send("drafts/demo/x.txt", page("Hafen", "Entwurf."), Map.of("guid", KEY));

    redeliver(live);

    assertThat(room.readTeasers()).singleElement().asString().contains("Altes Bild.");
    assertThat(room.read()).contains("Altes Bild.");
  }

  @Test
  void aRedeliveryDoesNotBringBackWhatHasExpired() {
    var content =
        "{\"headline\": \"Hafen\", \"expiresAt\": \"2026-03-01T12:00:03Z\", \"body\": [{\"type\":"
            + " \"videoTeaser\", \"teaser\": {\"title\": \"Am Kai\"}}]}";
    var dropped = room.drop("publish/demo/hafen.json", content);
    room.deliver(dropped);
    room.clock.pass(Duration.ofMinutes(1));
    var before = room.teasers();

    redeliver(dropped);

    assertThat(room.teasers()).isEqualTo(before);
  }

  @Test
  void aTeaserThatAnotherArticleOwnsIsOnlyShown() {
    room.send(KEY, page("Hafen", "Erstes Bild."));
    var teaser = room.teasers().getFirst().id();
    var other =
        Editor.begins(
            room,
            ArticleContent.titled("Andere")
                .withBody(List.of(new Block.VideoTeaser(new TeaserId(teaser.value())))));
    other.publish();
    assertThat(room.read(other.id())).contains("Erstes Bild.");

    other.withdraw("Falsch.");

    assertThat(room.readTeaser(teaser.value())).contains("Erstes Bild.");
  }

  @Test
  void aNewTeaserOfAnEditorIsMadeOnceAndFollows() {
    var teaser =
        TeaserContent.of("Am Kai", null, null, LocalDate.of(2026, 3, 1), Duration.ofSeconds(9));
    var content =
        ArticleContent.titled("Hafen").withBody(List.of(new Block.NewVideoTeaser(teaser)));
    var editor = Editor.begins(room, content);
    assertThat(room.readTeasers()).containsExactly("not found");

    editor.save(content);
    editor.publish(null, NOON.plusSeconds(3));

    assertThat(room.teasers()).hasSize(1);
    assertThat(room.readTeasers()).containsExactly("not found");
    room.clock.pass(Duration.ofSeconds(3));
    assertThat(room.readTeasers()).singleElement().asString().contains("Am Kai");
  }

  @Test
  void asMuchAsAnArticleMayShowIsPublishedChangedAndWithdrawnAsAWhole() {
    var key = "publish/demo/large.json";
    room.send(key, Documents.large(1, "A"));
    assertThat(room.list(new ListName.Teasers())).hasSize(20);
    assertThat(room.read()).contains("\"caption\":\"A\"");

    room.send(key, Documents.large(2, "B"));
    assertThat(room.teasers()).hasSize(20);
    assertThat(room.read()).contains("\"caption\":\"B\"").doesNotContain("\"caption\":\"A\"");
    assertThat(room.readTeasers()).allMatch(text -> text.contains("\"caption\":\"B\""));
    assertThat(room.list(new ListName.Topic("A Thema 1"))).isEmpty();
    assertThat(room.list(new ListName.ByAuthor("B Name 7"))).hasSize(1);

    Editor.of(room).withdraw("Falsch.");
    assertThat(room.list(new ListName.Teasers())).isEmpty();
    assertThat(room.readTeasers()).containsOnly("withdrawn: Falsch.");

    Editor.of(room).publish();
    assertThat(room.list(new ListName.Teasers())).hasSize(20);
  }

  @Test
  void oneThatIsPublishedByItselfStaysWhenItsArticleGoes() {
    room.send(KEY, page("Hafen", "Erstes Bild."));

    room.teaserDesk.publish(teaser(), null, null, EDITOR, Alongside.NOTHING);

    assertThat(teaser().follows()).isNull();
    Editor.of(room).withdraw("Falsch.");
    assertThat(room.readTeasers()).singleElement().asString().contains("Erstes Bild.");
  }

  @Test
  void oneThatWasToExpireWithItsArticleNoLongerDoes() {
    var content =
        "{\"headline\": \"Hafen\", \"expiresAt\": \"2026-03-01T12:00:03Z\", \"body\": [{\"type\":"
            + " \"videoTeaser\", \"teaser\": {\"title\": \"Am Kai\"}}]}";
    room.send("publish/demo/hafen.json", content);

    room.teaserDesk.publish(teaser(), null, null, EDITOR, Alongside.NOTHING);
    room.clock.pass(Duration.ofSeconds(3));

    assertThat(room.readTeasers()).singleElement().asString().contains("Am Kai");
    assertThat(room.list(new ListName.Teasers())).hasSize(1);
  }

  @Test
  void oneThatIsWithdrawnByItselfDoesNotComeBackWithItsArticle() {
    room.send(KEY, page("Hafen", "Erstes Bild."));

    room.teaserDesk.withdraw(teaser(), "Rechte abgelaufen.", EDITOR, Alongside.NOTHING);
    Editor.of(room).publish();
    room.send(KEY, page("Hafen", "Neues Bild."));

    assertThat(room.readTeasers()).containsExactly("withdrawn: Rechte abgelaufen.");
    assertThat(room.list(new ListName.Teasers())).isEmpty();
    assertThat(room.read()).contains("Hafen").doesNotContain("Neues Bild.", "Erstes Bild.");
  }

  @Test
  void itComesBackWhenSomebodyPublishesItByItself() {
    room.send(KEY, page("Hafen", "Erstes Bild."));
    room.teaserDesk.withdraw(teaser(), "Falsch.", EDITOR, Alongside.NOTHING);

    room.teaserDesk.publish(teaser(), null, null, EDITOR, Alongside.NOTHING);
    Editor.of(room).publish();

    assertThat(room.readTeasers()).singleElement().asString().contains("Erstes Bild.");
    assertThat(room.read()).contains("Erstes Bild.");
  }

  @Test
  void oneWhoseScheduleIsCancelledIsADraftAndDoesNotAppearWithItsArticle() {
    room.send(KEY, page("Hafen", "Erstes Bild."), at(3));

    room.teaserDesk.withdraw(teaser(), "Doch nicht.", EDITOR, Alongside.NOTHING);
    Editor.of(room).publish();

    assertThat(room.readTeasers()).containsExactly("not found");
    assertThat(room.read()).contains("Hafen").doesNotContain("Erstes Bild.");
  }

  private Publication teaser() {
    return room.teasers().getFirst();
  }

  private void redeliver(Dropped dropped) {
    room.ingest.take(dropped, 2, false);
  }

  private List<? extends DocumentId> teaserIds() {
    return room.teasers().reversed().stream().map(Publication::id).toList();
  }

  private static Map<String, String> at(int seconds) {
    return Map.of("publish-at", NOON.plusSeconds(seconds).toString());
  }

  /** The two teasers of a page in the other order. */
  private static String swapped(String first, String second) {
    var lines = Arrays.asList(page("Hafen", second, first).split("\n\n"));
    var teasers = lines.subList(3, 9);
    Collections.rotate(teasers, 3);
    return String.join("\n\n", lines);
  }
}
