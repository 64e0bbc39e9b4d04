package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static extrablatt.testing.Samples.article;
import static extrablatt.testing.Samples.changed;
import static extrablatt.testing.Samples.commit;
import static extrablatt.testing.Samples.created;
import static extrablatt.testing.Samples.order;
import static extrablatt.testing.Samples.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.PageRequest;
import extrablatt.domain.Slug;
import extrablatt.domain.delivery.ListRow;
import extrablatt.domain.delivery.PublicBody;
import extrablatt.domain.delivery.PublicRow;
import extrablatt.domain.delivery.PublicStore;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.PublishOrder;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Variant;
import extrablatt.domain.videos.Countries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PublicStore} obeys, given what is committed to its {@link ContentStore}. */
public abstract class PublicStoreContract {
  private static final ListName NEWEST = new ListName.Newest();
  private static final ListName SPORT = new ListName.Section("Sport");

  private ContentStore content;
  private PublicStore store;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    var stores = stores();
    content = stores.content();
    store = stores.publicDocuments();
  }

  @Test
  void aDraftIsNowhereButItsSlugIsReserved() {
    done(created(article(1), "one"));

    assertThat(store.at(article(1), NOON)).isEmpty();
    assertThat(newest()).isEmpty();
    assertThat(store.bySlug(DocumentKind.ARTICLE, new Slug("one"))).contains(article(1));
    assertThat(store.bySlug(DocumentKind.TEASER, new Slug("one"))).isEmpty();
  }

  @Test
  void whatIsPublishedIsReadFromItsTimeOn() {
    var draft = done(created(article(1), "one"));
    var soon = NOON.plusSeconds(3).plusNanos(5);

    publish(draft, order(1, soon, "one", NEWEST, SPORT), NOON);

    assertThat(store.at(article(1), soon.minusNanos(1))).isEmpty();
    assertThat(document(soon)).isEqualTo("{\"document\":\"" + article(1) + " 1\"}");
    assertThat(newest()).hasSize(1);
    assertThat(newest().getFirst().isVisible(soon.minusNanos(1))).isFalse();
    assertThat(newest().getFirst().isVisible(soon)).isTrue();
    assertThat(list(SPORT)).isEqualTo(newest());
    assertThat(list(new ListName.Section("Kultur"))).isEmpty();
  }

  @Test
  void aScheduledReplacementLeavesNoGapAndNoOverlap() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST, SPORT), NOON);
    var second = done(saved(live, "two"));
    var later = NOON.plusSeconds(60);

    publish(second, order(2, later, "two", NEWEST), NOON.plusSeconds(1));

    var before = (PublicRow.Live) store.at(article(1), later.minusNanos(1)).orElseThrow();
    var after = (PublicRow.Live) store.at(article(1), later).orElseThrow();
    assertThat(before.slug()).isEqualTo(new Slug("one"));
    assertThat(before.end()).isEqualTo(later);
    assertThat(before.expiresAt()).isNull();
    assertThat(after.slug()).isEqualTo(new Slug("two"));
    assertThat(after.formerSlugs()).containsExactly(new Slug("one"));
    assertThat(after.end()).isNull();
    assertThat(visible(later.minusNanos(1))).hasSize(1);
    assertThat(visible(later)).hasSize(1);
    assertThat(visible(later)).isNotEqualTo(visible(later.minusNanos(1)));
    assertThat(list(SPORT).getFirst().isVisible(later)).isFalse();
  }

  @Test
  void aReaderWhoseClockIsBehindMeetsTheReplacementAndNoGap() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST), NOON);
    var second = done(saved(live, "one"));

    publish(second, order(2, null, "one", NEWEST), NOON.plusSeconds(60));

    assertThat(document(NOON.plusSeconds(59))).contains(article(1) + " 2");
    assertThat(newest()).hasSize(1);
  }

  @Test
  void aScheduleThatIsDroppedLeavesNothing() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST), NOON);
    var second = done(saved(live, "one"));
    var scheduled = publish(second, order(2, NOON.plusSeconds(60), "one", NEWEST), NOON);

    publish(scheduled, order(1, null, "one", NEWEST), NOON.plusSeconds(1));

    assertThat(document(NOON.plusSeconds(90))).contains(article(1) + " 1");
    assertThat(newest()).hasSize(1);
    assertThat(newest().getFirst().end()).isNull();
  }

  @Test
  void whatExpiresIsOverFromThenOn() {
    var draft = done(created(article(1), "one"));
    var expiry = NOON.plusSeconds(10);

    publish(draft, new PublishOrder(1, null, new Slug("one"), expiry, List.of(NEWEST), null), NOON);

    var row = (PublicRow.Live) store.at(article(1), expiry.plusSeconds(1)).orElseThrow();
    assertThat(row.expiresAt()).isEqualTo(expiry);
    assertThat(row.end()).isEqualTo(expiry);
    assertThat(visible(expiry)).isEmpty();
    assertThat(visible(expiry.minusNanos(1))).hasSize(1);
  }

  @Test
  void aWithdrawnDocumentLeavesATombstoneAndNoPlaceInAnyList() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST, SPORT), NOON);
    var reserved = done(saved(live, "two"));
    var at = NOON.plusSeconds(5);

    done(changed(reserved, reserved.withdrawn("wrong", at)));

    assertThat(store.at(article(1), NOON))
        .contains(new PublicRow.Tombstone("wrong", at, new Slug("one"), List.of()));
    assertThat(newest()).isEmpty();
    assertThat(list(SPORT)).isEmpty();
  }

  @Test
  void aWithdrawnDocumentCanBePublishedAgainLater() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST), NOON);
    var gone = live.withdrawn("wrong", NOON.plusSeconds(5));
    done(changed(live, gone));
    var again = NOON.plusSeconds(20);

    publish(gone, order(1, again, "one", NEWEST), NOON.plusSeconds(10));

    assertThat(store.at(article(1), again.minusNanos(1)).orElseThrow())
        .isInstanceOf(PublicRow.Tombstone.class);
    assertThat(store.at(article(1), again).orElseThrow()).isInstanceOf(PublicRow.Live.class);
  }

  @Test
  void listsAreReadFromTheLatestDateOnAndNewRowsDoNotDisturbTheNextPage() {
    for (int i = 1; i <= 5; i++) publishNew(i, NOON.plusSeconds(i));

    var newest = NOON.plusSeconds(5);
    var first = store.list(NEWEST, newest, new PageRequest(2, null));
    publishNew(6, NOON.plusSeconds(6));
    var second = store.list(NEWEST, newest, new PageRequest(10, first.next()));

    assertThat(summaries(first.items())).containsExactly(summary(5), summary(4));
    assertThat(summaries(second.items())).containsExactly(summary(3), summary(2), summary(1));
    assertThat(summaries(newest())).startsWith(summary(6)).hasSize(6);
    assertThat(summaries(store.list(NEWEST, NOON.plusSeconds(2), first(9)).items()))
        .containsExactly(summary(2), summary(1));
  }

  @Test
  void aPageThatBeginsAfterAPositionNewerThanTheBoundBeginsAtTheBound() {
    for (int i = 1; i <= 3; i++) publishNew(i, NOON.plusSeconds(i));
    var position = newest().getFirst().position();

    var page = store.list(NEWEST, NOON.plusSeconds(1), new PageRequest(5, position));

    assertThat(summaries(page.items())).containsExactly(summary(1));
  }

  @Test
  void ofOneDateTheHigherIdComesFirst() {
    for (int i = 1; i <= 3; i++) publishNew(i, NOON);

    assertThat(summaries(newest())).containsExactly(summary(3), summary(2), summary(1));
  }

  @Test
  void aForgedPositionIsRefused() {
    for (var forged : List.of("", "META", "2026", "LIST#NEWEST#x", "~")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.list(NEWEST, NOON, new PageRequest(1, forged)));
    }
  }

  @Test
  void aNewRenderingReplacesTheOldOne() {
    var draft = done(created(article(1), "one"));
    var live = publish(draft, order(1, null, "one", NEWEST), NOON);
    var after = live.withOrigin(null);
    var rendering = Rendering.of(Bytes.utf8("{\"rendered\":\"anew\"}"));

    done(
        new Change(
            live,
            after,
            null,
            null,
            Map.of(after.spans().getFirst(), new PublicForm(rendering, rendering))));

    assertThat(document(NOON)).isEqualTo("{\"rendered\":\"anew\"}");
    assertThat(newest().getFirst().summary()).isEqualTo(rendering);
  }

  @Test
  void whatDependsOnMomentAndViewerStaysCut() {
    var countries = new Countries(List.of("DE", "AT"), List.of("CH"));
    var cut =
        new Rendering(
            List.of(
                new Piece(Bytes.utf8("{\"body\":["), null),
                new Piece(
                    Bytes.utf8("{\"teaser\":1}"),
                    new Condition(NOON, NOON.plusNanos(7), Countries.EVERYWHERE)),
                new Piece(Bytes.utf8("{\"teaser\":2}"), new Condition(null, null, countries)),
                new Piece(Bytes.utf8("]}"), null)));
    publishAs(new PublicForm(cut, cut));

    var row = (PublicRow.Live) store.at(article(1), NOON).orElseThrow();

    assertThat(row.body()).isEqualTo(new PublicBody.Cut(cut));
    assertThat(newest().getFirst().summary()).isEqualTo(cut);
  }

  @Test
  void aDocumentThatWasPublishedWithoutOtherFormsCanStillChangeAndGo() {
    var rendering = Rendering.of(Bytes.utf8("{}"));
    publishAs(new PublicForm(rendering, rendering));
    var live = content.find(article(1)).orElseThrow();

    var end = live.endedAt(NOON.plusSeconds(9), NOON);
    var ended = done(new Change(live, end, null, null, Map.of()));
    var seen = store.at(article(1), Variant.TEXT, NOON);
    done(changed(ended, ended.withdrawn("wrong", NOON.plusSeconds(1))));

    assertThat(seen).isEmpty();
    assertThat(store.at(article(1), Variant.TEXT, NOON.plusSeconds(2))).isEmpty();
    assertThat(store.at(article(1), NOON.plusSeconds(2)))
        .containsInstanceOf(PublicRow.Tombstone.class);
  }

  @Test
  void aLongDocumentComesBack() {
    var noise = new StringBuilder("{\"noise\":\"");
    new Random(1).ints(400_000, 'A', 'Z').forEach(letter -> noise.append((char) letter));
    var rendering = Rendering.of(Bytes.utf8(noise.append("\"}").toString()));
    publishAs(new PublicForm(rendering, Rendering.of(Bytes.utf8("{}"))));

    assertThat(document(NOON)).isEqualTo(noise.toString());
  }

  /** Any sequence of editorial acts leaves exactly what the publication says, at any moment. */
  @Test
  void theRowsAlwaysSayWhatThePublicationSays() {
    var random = new Random(20_260_301);
    for (int story = 1; story <= 6; story++) {
      var state = done(created(article(story), "story-" + story));
      var now = NOON;
      for (int act = 0; act < 15; act++) {
        now = now.plusSeconds(random.nextInt(1, 60));
        state = act(state, now, random, "story-" + story + "-" + random.nextInt(3));
        for (int ahead = 0; ahead < 120; ahead += 20) agrees(state, now.plusSeconds(ahead));
      }
      done(changed(state, state.endedAt(NOON, now)));
    }
  }

  private Publication act(Publication state, Instant now, Random random, String slug) {
    var lists = random.nextBoolean() ? List.of(NEWEST, SPORT) : List.of(NEWEST);
    var expiry = random.nextInt(4) == 0 ? now.plusSeconds(random.nextInt(80, 150)) : null;
    var headSlug = state.slug();
    return switch (random.nextInt(6)) {
      case 0 -> done(saved(state, slug));
      case 1 -> done(changed(state, state.withdrawn("wrong", now)));
      case 2 -> done(changed(state, state.endedAt(now.plusSeconds(random.nextInt(90)), now)));
      case 3 -> {
        var at = now.plusSeconds(random.nextInt(1, 80));
        yield publish(
            state, new PublishOrder(state.head(), at, headSlug, expiry, lists, null), now);
      }
      case 4 -> {
        var at = now.minusSeconds(random.nextInt(1, 80));
        yield publish(state, new PublishOrder(1, at, headSlug, expiry, lists, null), now);
      }
      default ->
          publish(state, new PublishOrder(state.head(), null, headSlug, expiry, lists, null), now);
    };
  }

  private void agrees(Publication state, Instant moment) {
    agrees(state, moment, store.at(state.id(), moment));
    agrees(state, moment, store.at(state.id(), Variant.TEXT, moment));
    assertThat(store.at(state.id(), Variant.MARKDOWN, moment)).isEmpty();
    var span = state.visibleAt(moment);
    for (var list : List.of(NEWEST, SPORT)) {
      long places =
          list(list).stream()
              .filter(place -> place.position().contains(state.id().value()))
              .filter(place -> place.isVisible(moment))
              .count();
      boolean expected = span.isPresent() && span.get().lists().contains(list);
      assertThat(places).isEqualTo(expected ? 1 : 0);
    }
  }

  private static void agrees(Publication state, Instant moment, Optional<PublicRow> row) {
    var span = state.visibleAt(moment);
    var visible =
        row.filter(PublicRow.Live.class::isInstance)
            .map(PublicRow.Live.class::cast)
            .filter(live -> live.end() == null || moment.isBefore(live.end()));
    assertThat(visible.map(PublicRow.Live::from)).isEqualTo(span.map(shown -> shown.from()));
    span.ifPresent(shown -> {
      var live = visible.orElseThrow();
      assertThat(live.end()).isEqualTo(shown.end());
      assertThat(live.slug()).isEqualTo(shown.slug());
      assertThat(live.formerSlugs()).isEqualTo(state.slugsBefore(shown));
      assertThat(text(live)).contains(state.id() + " " + shown.revision());
    });
  }

  private void publishNew(int number, Instant publishedAt) {
    var draft = done(created(article(number), null));
    publish(draft, order(1, publishedAt, null, NEWEST), NOON.plusSeconds(100));
  }

  private void publishAs(PublicForm form) {
    var draft = done(created(article(1), "one"));
    var live = draft.published(order(1, null, "one", NEWEST), NOON);
    done(new Change(draft, live, null, null, Map.of(live.spans().getFirst(), form)));
  }

  private Publication publish(Publication before, PublishOrder order, Instant now) {
    return done(changed(before, before.published(order, now)));
  }

  private Publication done(Change change) {
    assertThat(content.commit(commit(change))).isEqualTo(Commit.Result.DONE);
    return change.after();
  }

  private List<ListRow> newest() {
    return list(NEWEST);
  }

  private List<ListRow> list(ListName list) {
    return store.list(list, NOON.plusSeconds(100_000), first(100)).items();
  }

  private List<ListRow> visible(Instant now) {
    return newest().stream().filter(row -> row.isVisible(now)).toList();
  }

  private String document(Instant now) {
    return text((PublicRow.Live) store.at(article(1), now).orElseThrow());
  }

  private static String text(PublicRow.Live row) {
    return switch (row.body()) {
      case PublicBody.Cut(var rendering) -> rendering.joined(NOON, null).text();
      case PublicBody.Whole(var gzip, var hash) -> {
        var plain = plain(gzip);
        assertThat(hash).isEqualTo(plain.hash());
        yield plain.text();
      }
    };
  }

  private static Bytes plain(Bytes compressed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.array()))) {
      return Bytes.of(gzip.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }

  private static String summary(int number) {
    return "{\"summary\":\"" + article(number) + " 1\"}";
  }

  private static List<String> summaries(List<ListRow> rows) {
    var texts = new ArrayList<String>();
    for (var row : rows) texts.add(row.summary().joined(NOON, null).text());
    return texts;
  }
}
