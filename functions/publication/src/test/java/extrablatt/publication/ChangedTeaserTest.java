package extrablatt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Caller;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.RandomIds;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleRerendering;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryRerendering;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.MediaLibrary;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.ShownStore;
import extrablatt.domain.videos.TeaserDesk;
import extrablatt.domain.videos.TeaserEdit;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.Faults;
import extrablatt.testing.InMemoryStores;
import extrablatt.testing.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teaser that changes, and 200 articles that show it. */
final class ChangedTeaserTest {
  private static final int ARTICLES = 200;
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Caller EDITOR = new Caller("editor");

  private final InMemoryStores stores = new InMemoryStores();
  private final TeaserDesk teasers =
      new TeaserDesk(
          stores.content(), new TeaserJson(), MediaLibrary.NONE, new RandomIds(CLOCK), CLOCK);
  private final ArticleDesk desk = desk(stores.content());
  private final List<ArticleId> articles = new ArrayList<>();
  private TeaserId teaser = new TeaserId("00000000000000000000000000");

  @BeforeEach
  void publish() {
    var content = Fragments.nothing().withTitle("Vorher");
    teaser =
        (TeaserId) teasers.create(content, EDITOR, TeaserEdit.Alongside.NOTHING).publication().id();
    teasers.publish(teasers.find(teaser), null, null, EDITOR, TeaserEdit.Alongside.NOTHING);
    for (int i = 0; i < ARTICLES; i++) {
      var article =
          ArticleContent.titled("Artikel " + i)
              .withBody(List.of(new Block.VideoTeaser(teaser), new Block.Paragraph("Text " + i)));
      var save = new ArticleDesk.Save(article, new ArticleDesk.Publish(null, null));
      articles.add(
          (ArticleId) desk.create(save, EDITOR, null, Alongside.NOTHING).publication().id());
    }
  }

  @Test
  void allOfThemSayWhatItSaysAndNoneIsWrittenTwice() {
    say("Nachher");

    tell(function(stores.content()));
    tell(function(stores.content()));

    assertThat(articles).allSatisfy(id -> assertThat(read(id)).contains("Nachher"));
    assertThat(articles).allSatisfy(id -> assertThat(stores.content().writesOf(id)).isEqualTo(2));
  }

  @Test
  void aFailureInTheMiddleIsFinishedByTheRetryWhichWritesNoneAgain() {
    for (var trouble : List.of(Trouble.BUSY_BEFORE, Trouble.BUSY_AFTER)) {
      say("Nachher " + trouble);
      var writes = articles.stream().map(stores.content()::writesOf).toList();
      var broken = function(Faults.at(450, trouble).around(ContentStore.class, stores.content()));

      assertThat(failures(broken)).isEqualTo(1);
      var done = articles.stream().filter(id -> read(id).contains("Nachher " + trouble)).count();
      assertThat(done).isBetween(1L, ARTICLES - 1L);
      tell(function(stores.content()));

      assertThat(articles).allSatisfy(id -> assertThat(read(id)).contains("Nachher " + trouble));
      for (int i = 0; i < ARTICLES; i++) {
        assertThat(stores.content().writesOf(articles.get(i))).isEqualTo(writes.get(i) + 1);
      }
    }
  }

  @Test
  void anEditorWhoSavesOneOfThemMeanwhileLosesNothing() {
    say("Nachher");
    var edited = articles.get(100);
    var store =
        new Meanwhile(
            edited,
            () -> {
              var current = desk.find(edited);
              var content = desk.view(current).content();
              var body = new ArrayList<>(content.body());
              body.add(new Block.Paragraph("Nachtrag"));
              var save =
                  new ArticleDesk.Save(content.withBody(body), new ArticleDesk.Publish(null, null));
              desk.save(current, save, EDITOR, Alongside.NOTHING);
            });

    tell(function(store.around(stores.content())));

    assertThat(store.happened()).isTrue();
    assertThat(read(edited)).contains("Nachher").contains("Nachtrag");
    assertThat(desk.find(edited).head()).isEqualTo(2);
    assertThat(articles).allSatisfy(id -> assertThat(read(id)).contains("Nachher"));
  }

  @Test
  void anArticleThatIsSavedInThatVeryMomentIsPreparedAnewWithTheTeaserAsItIs() {
    var saved = articles.getFirst();
    var meanwhile = new Meanwhile(saved, () -> say("Nachher"));
    var current = desk.find(saved);
    var content = desk.view(current).content();
    var body = new ArrayList<>(content.body());
    body.add(new Block.Paragraph("Nachtrag"));
    var save = new ArticleDesk.Save(content.withBody(body), new ArticleDesk.Publish(null, null));

    desk(meanwhile.around(stores.content())).save(current, save, EDITOR, Alongside.NOTHING);

    assertThat(meanwhile.happened()).isTrue();
    assertThat(read(saved)).contains("Nachher").contains("Nachtrag");
    assertThat(desk.find(saved).head()).isEqualTo(2);
  }

  @Test
  void anOlderMessageAfterANewerOneBringsNothingOldBack() {
    say("Nachher");
    say("Zuletzt");

    tell(function(stores.content()));
    tell(function(stores.content()));

    assertThat(articles).allSatisfy(id -> assertThat(read(id)).contains("Zuletzt"));
    assertThat(articles).allSatisfy(id -> assertThat(stores.content().writesOf(id)).isEqualTo(2));
  }

  @Test
  void aDraftBesideTheLiveTeaserWritesNothing() {
    var draft = teasers.view(teasers.find(teaser)).content().withTitle("Noch nicht");
    teasers.save(teasers.find(teaser), draft, EDITOR, TeaserEdit.Alongside.NOTHING);

    tell(function(stores.content()));

    assertThat(articles).allSatisfy(id -> assertThat(stores.content().writesOf(id)).isEqualTo(1));
  }

  @Test
  void aWithdrawnTeaserIsLeftOutWithNothingElseShifted() {
    teasers.withdraw(teasers.find(teaser), "Rechte", EDITOR, TeaserEdit.Alongside.NOTHING);

    tell(function(stores.content()));

    for (int i = 0; i < ARTICLES; i++) {
      assertThat(read(articles.get(i)))
          .contains("\"body\":[{\"type\":\"paragraph\",\"html\":\"Text " + i + "\"}]");
    }
  }

  @Test
  void theTeaserNamesTheNewestTwentyOfThem() {
    var found = (Found.Joined) kiosk().teaser(teaser.value(), null);

    assertThat(found.bytes().text().split("\"headline\":", -1)).hasSize(21);
  }

  private void say(String title) {
    var content = teasers.view(teasers.find(teaser)).content().withTitle(title);
    teasers.save(teasers.find(teaser), content, EDITOR, TeaserEdit.Alongside.NOTHING);
    teasers.publish(teasers.find(teaser), null, null, EDITOR, TeaserEdit.Alongside.NOTHING);
  }

  private void tell(PublicationFunction function) {
    assertThat(failures(function)).isZero();
  }

  private int failures(PublicationFunction function) {
    var event = Streams.event("TEASER#" + teaser, "META", "1");
    return function.handleRequest(event, null).getBatchItemFailures().size();
  }

  private static ArticleDesk desk(ContentStore store) {
    return new ArticleDesk(
        new ArticleWriting(
            store,
            new ArticleJson(),
            new TeaserJson(),
            KnownLiveblogs.NONE,
            new RandomIds(CLOCK),
            CLOCK,
            "de"));
  }

  private PublicationFunction function(ContentStore store) {
    var entries =
        new EntryDesk(
            new LiveblogWriting(
                stores.liveblogs(),
                stores.content(),
                new LiveblogJson(),
                new EntryJson(),
                new TeaserJson(),
                new RandomIds(CLOCK),
                CLOCK,
                "de",
                _ -> {}));
    return new PublicationFunction(
        new ArticleRerendering(desk(store), new Shown()),
        new EntryRerendering(entries, new Shown()));
  }

  /** Which articles show it, as the public list of those says. */
  private final class Shown implements ShownStore {
    @Override
    public Page<ArticleId> articlesWith(LiveblogId liveblog, PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public boolean follow(ArticleId article) {
      return false;
    }

    @Override
    public Page<ArticleId> articlesWith(TeaserId id, PageRequest page) {
      return stores
          .content()
          .list(new ListName.Showing(id), Instant.MAX, page)
          .map(row -> new ArticleId(row.position().split("#", -1)[1]));
    }

    @Override
    public Page<ShowingEntry> entriesWith(TeaserId id, PageRequest page) {
      return new Page<>(List.of(), null);
    }
  }

  private Kiosk kiosk() {
    return new Kiosk(stores.content(), CLOCK, Duration.ZERO);
  }

  private String read(ArticleId id) {
    return switch (kiosk().article(id.value(), null)) {
      case Found.Stored(var gzip, _, _) -> plain(gzip);
      case Found.Joined(var json, _, _) -> json.text();
      case Found.NotInThisForm other -> throw new AssertionError(other);
      case Found.Moved _, Found.Withdrawn _, Found.Expired _, Found.NotFound _ ->
          throw new AssertionError("not there: " + id);
    };
  }

  private static String plain(Bytes gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.array()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
