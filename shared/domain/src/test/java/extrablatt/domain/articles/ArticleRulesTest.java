package extrablatt.domain.articles;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.TeaserId;
import extrablatt.domain.videos.TeaserContent;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRulesTest {
  private static final ArticleContent GOOD = ArticleContent.titled("Hafen öffnet wieder");

  record Case(String pointer, ArticleContent article) {}

  static Stream<Case> oneFaultEach() {
    return Stream.of(
        new Case("/headline", ArticleContent.titled(" ")),
        new Case("/headline", ArticleContent.titled("ü".repeat(301))),
        new Case("/headline", ArticleContent.titled("null\u0000")),
        new Case("/headline", ArticleContent.titled("half \uD83D")),
        new Case("/kicker", head("k".repeat(20_001), null, null, null, null)),
        new Case("/lead", head(null, "l".repeat(2001), null, null, null)),
        new Case("/language", GOOD.withLanguage("de_DE")),
        new Case("/language", GOOD.withLanguage("deutsch")),
        new Case("/language", GOOD.withLanguage("")),
        new Case("/section", GOOD.withSection(" ")),
        new Case("/urgency", head(null, null, 0, null, null)),
        new Case("/urgency", head(null, null, 10, null, null)),
        new Case("/canonicalUrl", head(null, null, null, "/relative", null)),
        new Case("/canonicalUrl", head(null, null, null, "ftp://example.org/a", null)),
        new Case("/canonicalUrl", head(null, null, null, "https://exa mple.org", null)),
        new Case("/image/url", head(null, null, null, null, Image.captioned("ohne Adresse"))),
        new Case("/topics/12", GOOD.withTopics(names(13))),
        new Case("/topics/1", GOOD.withTopics(List.of("Hafen", ""))),
        new Case("/authors/8", by(names(9))),
        new Case("/authors/0/name", by(List.of(" "))),
        new Case("/sources/20", sources(names(21))),
        new Case("/related/0", related(new Related("more", null, null, "wohin?"))),
        new Case("/related/0/id", related(new Related(null, null, "x", null))),
        new Case("/related/0/url", related(new Related(null, "example.org", null, null))),
        new Case("/corrections/0/text", corrected(new Correction(null, ""))),
        body("/body/0/html", new Block.Paragraph("h".repeat(20_001))),
        body("/body/0/level", new Block.Heading(7, "Zu tief")),
        body("/body/0/text", new Block.Heading(2, "")),
        body("/body/0/text", new Block.Quote("", null, null)),
        body("/body/0/url", new Block.Picture(Image.captioned("ohne Adresse"))),
        body("/body/0/teaser/title", newTeaser(null)),
        body("/body/0/teaser/title", newTeaser("t".repeat(20_001))),
        body("/body/0/liveblog", liveblog(null, null, null)),
        body("/body/0/liveblog/id", liveblog("nicht-da", null, null)),
        body("/body/0/liveblog/slug", liveblog(null, "Nicht Da", null)),
        body("/body/0/items/1", new Block.ItemList(true, List.of("a", "b\u0001"))),
        body("/body/0/rows/0/1", new Block.Table(List.of(), List.of(List.of("a", "\u0002")))),
        body("/body/0/url", new Block.Embed(null, "javascript:alert(1)", null)),
        body("/body/0/body/0/text", box(new Block.Heading(2, " "))),
        body("/body/0/body/0/body/0/body/0", box(box(box(new Block.Divider())))));
  }

  @ParameterizedTest
  @MethodSource("oneFaultEach")
  void eachFaultIsNamedAtItsPlace(Case broken) {
    assertThat(pointers(broken.article())).containsExactly(broken.pointer());
  }

  @Test
  void whatIsAtTheLimitIsFine() {
    var full =
        new ArticleContent(
            null,
            "k".repeat(300),
            "😀".repeat(300),
            "l".repeat(2000),
            "en-GB",
            "Sport",
            names(12),
            names(8).stream().map(name -> new Author(name, null)).toList(),
            names(20),
            null,
            Collections.nCopies(500, new Block.Paragraph("h".repeat(100))),
            List.of(new Related("more", "https://example.org/a?b=c#d", null, null)),
            List.of(),
            true,
            9,
            null,
            "http://münchen.example:8080");

    assertThat(ArticleRules.faults(full)).isEmpty();
    assertThat(pointers(GOOD.withBody(List.of(box(box(new Block.Divider())))))).isEmpty();
  }

  @Test
  void blocksInsideBoxesCountLikeAllOthers() {
    var box = box(Collections.nCopies(300, new Block.Divider()).toArray(Block[]::new));

    assertThat(pointers(GOOD.withBody(Collections.nCopies(2, box))))
        .containsExactly("/body/1/body/198");
  }

  @Test
  void atMostTwentyDifferentTeasersAndLiveblogsAreShown() {
    var shown = IntStream.range(0, 20).<Block>mapToObj(ArticleRulesTest::teaser).toList();
    var again = Collections.nCopies(2, shown).stream().flatMap(List::stream).toList();
    var more = Stream.concat(again.stream(), Stream.of(liveblog(null, "wahl", null))).toList();

    assertThat(pointers(GOOD.withBody(again))).isEmpty();
    assertThat(pointers(GOOD.withBody(more))).containsExactly("/body/40");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    var article =
        GOOD.withLanguage("?")
            .withTopics(List.of(" "))
            .withBody(List.of(new Block.Heading(0, ""), new Block.Embed(null, "", null)));

    assertThat(pointers(article))
        .containsExactly("/language", "/topics/0", "/body/0/level", "/body/0/text", "/body/1/url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en-GB", "zh-Hant-TW", "nds", "de-1996", "es-419"})
  void languageTagsOfAnyShapeAreTaken(String tag) {
    assertThat(ArticleRules.faults(GOOD.withLanguage(tag))).isEmpty();
  }

  private static List<String> pointers(ArticleContent article) {
    return ArticleRules.faults(article).stream().map(ArticleRulesTest::pointer).toList();
  }

  private static String pointer(Fault fault) {
    return ((Place.Pointer) fault.place()).pointer();
  }

  private static Case body(String pointer, Block block) {
    return new Case(pointer, GOOD.withBody(List.of(block)));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Name " + i).toList();
  }

  private static Block box(Block... blocks) {
    return new Block.Infobox(null, List.of(blocks));
  }

  private static Block.VideoTeaser teaser(int number) {
    return new Block.VideoTeaser(new TeaserId("01JQ8Z00000000000000000T%02d".formatted(number)));
  }

  private static Block newTeaser(@Nullable String title) {
    return new Block.NewVideoTeaser(TeaserContent.of(title, null, null, null, null));
  }

  private static Block liveblog(
      @Nullable String id, @Nullable String slug, @Nullable String headline) {
    return new Block.LiveblogHint(new LiveblogTeaser(id, slug, null, headline, null, null));
  }

  private static ArticleContent by(List<String> names) {
    return with(names.stream().map(name -> new Author(name, null)).toList(), List.of(), List.of());
  }

  private static ArticleContent sources(List<String> sources) {
    return new ArticleContent(
        null, null, "Titel", null, null, null, List.of(), List.of(), sources, null, List.of(),
        List.of(), List.of(), false, null, null, null);
  }

  private static ArticleContent related(Related related) {
    return with(List.of(), List.of(related), List.of());
  }

  private static ArticleContent corrected(Correction correction) {
    return with(List.of(), List.of(), List.of(correction));
  }

  private static ArticleContent with(
      List<Author> authors, List<Related> related, List<Correction> corrections) {
    return new ArticleContent(
        null,
        null,
        "Titel",
        null,
        null,
        null,
        List.of(),
        authors,
        List.of(),
        null,
        List.of(),
        related,
        corrections,
        false,
        null,
        null,
        null);
  }

  private static ArticleContent head(
      @Nullable String kicker,
      @Nullable String lead,
      @Nullable Integer urgency,
      @Nullable String canonicalUrl,
      @Nullable Image image) {
    return new ArticleContent(
        null,
        kicker,
        "Titel",
        lead,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        image,
        List.of(),
        List.of(),
        List.of(),
        false,
        urgency,
        null,
        canonicalUrl);
  }
}
