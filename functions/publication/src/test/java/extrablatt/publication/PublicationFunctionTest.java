package extrablatt.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import extrablatt.domain.ArticleId;
import extrablatt.domain.Caller;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.RandomIds;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Alongside;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.articles.ArticleRerendering;
import extrablatt.domain.articles.ArticleWriting;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.KnownLiveblogs;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.liveblogs.EntryDesk;
import extrablatt.domain.liveblogs.EntryRerendering;
import extrablatt.domain.liveblogs.LiveblogWriting;
import extrablatt.domain.publishing.ShownStore;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.TeaserJson;
import extrablatt.testing.InMemoryStores;
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
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Articles that show a liveblog, and the stream that tells of its changes. */
final class PublicationFunctionTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Caller EDITOR = new Caller("editor");
  private static final LiveblogId LIVEBLOG = new LiveblogId("01KA6Q4C1V3X5Z7B9D2F4H6K8M");

  /** A newsroom with one liveblog, which a test changes. */
  private static final class OneLiveblog implements KnownLiveblogs {
    String headline = "Vorher";
    boolean isPublic = true;
    long version = 1;

    @Override
    public Optional<Known> byId(LiveblogId id) {
      var teaser = new LiveblogTeaser(id.value(), "der-tag", null, headline, null, null, "live");
      return Optional.of(new Known(id, version, isPublic, teaser));
    }

    @Override
    public Optional<Known> bySlug(Slug slug) {
      return byId(LIVEBLOG);
    }
  }

  private final InMemoryStores stores = new InMemoryStores();
  private final OneLiveblog liveblog = new OneLiveblog();
  private final List<ArticleId> showing = new ArrayList<>();
  private int refusals;
  private final ArticleDesk desk =
      new ArticleDesk(
          new ArticleWriting(
              stores.content(),
              new ArticleJson(),
              new TeaserJson(),
              liveblog,
              new RandomIds(Clock.fixed(NOON, ZoneOffset.UTC)),
              Clock.fixed(NOON, ZoneOffset.UTC),
              "de"));
  private final PublicationFunction function =
      new PublicationFunction(
          new ArticleRerendering(desk, new Shown()), new EntryRerendering(entries(), new Shown()));

  /** The articles that show it, in pages of two; some requests are refused. */
  private final class Shown implements ShownStore {
    @Override
    public Page<ArticleId> articlesWith(LiveblogId id, PageRequest page) {
      if (refusals-- > 0) throw new Busy("too much to do", Duration.ofSeconds(1));
      int start = page.after() == null ? 0 : Integer.parseInt(page.after());
      int end = Math.min(start + 2, showing.size());
      return new Page<>(
          showing.subList(start, end), end < showing.size() ? Integer.toString(end) : null);
    }

    @Override
    public boolean follow(ArticleId article) {
      return false;
    }

    @Override
    public Page<ArticleId> articlesWith(TeaserId teaser, PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public Page<ShowingEntry> entriesWith(TeaserId teaser, PageRequest page) {
      return new Page<>(List.of(), null);
    }
  }

  @Test
  void everyArticleThatShowsALiveblogSaysWhatTheLiveblogSays() {
    for (int i = 0; i < 5; i++) publish("Artikel " + i);
    liveblog.headline = "Nachher";

    var answer = function.handleRequest(changed("1"), null);

    assertThat(answer.getBatchItemFailures()).isEmpty();
    assertThat(showing).allSatisfy(id -> assertThat(read(id)).contains("Nachher"));
  }

  @Test
  void anArticleHasNeitherANewRevisionNorANewVersionForIt() {
    var id = publish("Artikel");
    var before = desk.find(id);
    liveblog.headline = "Nachher";

    function.handleRequest(changed("1"), null);

    assertThat(desk.find(id)).isEqualTo(before);
  }

  @Test
  void aLiveblogThatIsNotPublicAnyMoreIsLeftOut() {
    var id = publish("Artikel");
    liveblog.isPublic = false;

    function.handleRequest(changed("1"), null);

    assertThat(read(id)).doesNotContain("liveblogTeaser");
  }

  @Test
  void aWithdrawnArticleStaysSo() {
    var id = publish("Artikel");
    desk.withdraw(desk.find(id), "Irrtum", EDITOR, Alongside.NOTHING);
    liveblog.headline = "Nachher";

    var answer = function.handleRequest(changed("1"), null);

    assertThat(answer.getBatchItemFailures()).isEmpty();
    assertThat(stores.content().at(id, NOON)).get().isInstanceOf(PublicRow.Tombstone.class);
  }

  @Test
  void aRecordThatFailsIsWhereTheStreamGoesOn() {
    publish("Artikel");
    liveblog.headline = "Nachher";
    refusals = 1;

    var first = function.handleRequest(changed("7", "8"), null);
    var again = function.handleRequest(changed("7", "8"), null);

    assertThat(first.getBatchItemFailures()).containsExactly(new BatchItemFailure("7"));
    assertThat(again.getBatchItemFailures()).isEmpty();
    assertThat(read(showing.getFirst())).contains("Nachher");
  }

  @Test
  void whatIsNoLiveblogsStateChangesNothing() {
    var id = publish("Artikel");
    liveblog.headline = "Nachher";

    function.handleRequest(Streams.event("ARTICLE#" + id, "META", "1"), null);

    assertThat(read(id)).contains("Vorher");
  }

  private EntryDesk entries() {
    var clock = Clock.fixed(NOON, ZoneOffset.UTC);
    return new EntryDesk(
        new LiveblogWriting(
            stores.liveblogs(),
            stores.content(),
            new LiveblogJson(),
            new EntryJson(),
            new TeaserJson(),
            new RandomIds(clock),
            clock,
            "de",
            _ -> {}));
  }

  private static DynamodbEvent changed(String... numbers) {
    return Streams.event("LIVEBLOG#" + LIVEBLOG, "META", numbers);
  }

  private ArticleId publish(String headline) {
    var hint = new LiveblogTeaser(LIVEBLOG.value(), null, null, null, null, null);
    var content = ArticleContent.titled(headline).withBody(List.of(new Block.LiveblogHint(hint)));
    var save = new ArticleDesk.Save(content, new ArticleDesk.Publish(null, null));
    var id = (ArticleId) desk.create(save, EDITOR, null, Alongside.NOTHING).publication().id();
    showing.add(id);
    return id;
  }

  private String read(ArticleId id) {
    var row = stores.content().at(id, NOON).orElseThrow();
    if (row instanceof PublicRow.Live live && live.body() instanceof PublicBody.Whole whole)
      return plain(whole.gzip().array());
    throw new AssertionError("not a live article: " + row);
  }

  private static String plain(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
