package extrablatt.formats.published;

import static extrablatt.formats.published.Articles.FULL;
import static extrablatt.formats.published.Articles.content;
import static extrablatt.formats.published.Articles.published;
import static extrablatt.formats.published.Articles.read;
import static extrablatt.formats.published.Articles.text;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.publishing.Variant;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.formats.Site;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out in a format comes in again, but for what the format cannot carry. */
final class RoundTripTest {
  private static final String HEAD = "/media/01JD9ZQ4M8T3V5W6X7Y8Z9A0C1/der%20deich.jpg";
  private static final String INSIDE = "/media/01JD9ZQ4M8T3V5W6X7Y8Z9A0C2/nacht.jpg";

  @Test
  void markdownCarriesEverythingButSizes() {
    var document = read("a.md", text(Variant.MARKDOWN, published(FULL)));

    assertThat(content(document))
        .usingRecursiveComparison()
        .isEqualTo(FULL.withImage(withoutSizes()));
    assertThat(document.guid()).isEqualTo("urn:extrablatt:article:" + Articles.ID);
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void ninjsCarriesAllButSlugRolesAndBreaking() {
    var document = read("a.ninjs", text(Variant.NINJS, published(FULL)));

    assertThat(content(document))
        .usingRecursiveComparison()
        .isEqualTo(without(FULL.withImage(withoutRenditions())));
    assertThat(document.guid()).isEqualTo("urn:extrablatt:article:" + Articles.ID);
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void newsMlCarriesAllButTheSlug() {
    var document = read("a.xml", text(Variant.NEWSML_G2, published(FULL)));

    assertThat(content(document))
        .usingRecursiveComparison()
        .ignoringFields("authors", "breaking")
        .isEqualTo(without(FULL.withImage(withoutRenditions())));
    assertThat(content(document).authors()).isEqualTo(FULL.authors());
    assertThat(content(document).breaking()).isEqualTo(FULL.breaking()).isTrue();
    assertThat(document.guid()).isEqualTo("urn:extrablatt:article:" + Articles.ID);
    assertThat(document.version()).isEqualTo(3);
    assertThat(document.warnings()).isEmpty();
  }

  /** What was uploaded here has an address without a host. */
  @ParameterizedTest
  @CsvSource({"MARKDOWN, a.md", "NINJS, a.ninjs", "NEWSML_G2, a.xml"})
  void ourOwnPicturesStayOurs(Variant variant, String name) {
    var article =
        FULL.withImage(picture(HEAD))
            .withBody(List.of(new Block.Paragraph("Text."), new Block.Picture(picture(INSIDE))));

    var back = content(read(name, text(variant, published(article))));

    assertThat(back.image()).isEqualTo(picture(HEAD));
    assertThat(back.body()).isEqualTo(article.body());
  }

  /** Who reads a document elsewhere needs the host; at home the address is the old one. */
  @ParameterizedTest
  @CsvSource({"MARKDOWN, a.md", "NINJS, a.ninjs", "NEWSML_G2, a.xml"})
  void aSiteMakesOurPicturesFetchableAndKnowsThemAgain(Variant variant, String name) {
    var site = Site.of("https://news.example/");
    var article =
        FULL.withImage(picture(HEAD)).withBody(List.of(new Block.Picture(picture(INSIDE))));

    var text = text(variant, published(article), site);
    var away = content(read(name, text));
    var home = content(read(name, text, site));

    assertThat(away.image()).isEqualTo(picture("https://news.example" + HEAD));
    assertThat(away.body())
        .containsExactly(new Block.Picture(picture("https://news.example" + INSIDE)));
    assertThat(home.image()).isEqualTo(article.image());
    assertThat(home.body()).isEqualTo(article.body());
  }

  @Test
  void filmsAndTheirPostersHaveTheSitesAddressesToo() {
    var file = "/media/01JD9ZQ4M8T3V5W6X7Y8Z9A0C3/film.mp4";
    var film =
        FilmSamples.ANYWHERE.withMedia(
            picture(HEAD),
            List.of(FilmSamples.ANYWHERE.streams().getFirst().at(file)),
            List.of(new TeaserContent.Subtitles("de", file + ".vtt", null)));
    var article =
        published(
            FULL.withBody(List.of(new Block.VideoTeaser(Articles.FILM))), Articles.film(film));

    for (var variant : List.of(Variant.NINJS, Variant.NEWSML_G2, Variant.LINKED_DATA))
      assertThat(text(variant, article, Site.of("https://news.example")))
          .as(variant.name())
          .contains("\"https://news.example" + file)
          .doesNotContain("\"/media/");
  }

  private static Image picture(String url) {
    return new Image(url, null, "Der Deich", null, null, null, List.of());
  }

  private static Image withoutRenditions() {
    var image = Objects.requireNonNull(FULL.image());
    return new Image(
        image.url(),
        image.alt(),
        image.caption(),
        image.credit(),
        image.width(),
        image.height(),
        List.of());
  }

  private static Image withoutSizes() {
    var image = withoutRenditions();
    return new Image(
        image.url(), image.alt(), image.caption(), image.credit(), null, null, List.of());
  }

  private static ArticleContent without(ArticleContent content) {
    return new ArticleContent(
        null,
        content.kicker(),
        content.headline(),
        content.lead(),
        content.language(),
        content.section(),
        content.topics(),
        content.authors().stream().map(author -> new Author(author.name(), null)).toList(),
        content.sources(),
        content.image(),
        content.body(),
        content.related(),
        content.corrections(),
        false,
        content.urgency(),
        content.expiresAt(),
        content.canonicalUrl());
  }

  @Test
  void plainTextIsPageText() {
    var plain =
        FULL.withBody(
            List.of(
                new Block.Paragraph("Der Deich hält. Alle sind froh."),
                new Block.Heading(2, "Die Nacht"),
                new Block.Paragraph("Wir waren da. Alle."),
                new Block.Paragraph("Alle halfen.")));

    var back = content(read("a.txt", text(Variant.TEXT, published(plain.withImage(null)))));

    assertThat(back.headline()).isEqualTo(FULL.headline());
    assertThat(back.kicker()).isEqualTo(FULL.kicker());
    assertThat(back.lead()).isEqualTo(FULL.lead());
    assertThat(back.sources()).isEqualTo(FULL.sources());
    assertThat(back.body()).containsAll(plain.body());
  }
}
