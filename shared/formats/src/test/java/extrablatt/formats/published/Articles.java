package extrablatt.formats.published;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Variant;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.formats.Formats;
import extrablatt.formats.Site;
import extrablatt.formats.json.ArticleJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Published articles, and what they look like in other formats. */
final class Articles {
  static final ArticleId ID = new ArticleId("01JD9ZQ4M8T3V5W6X7Y8Z9A0B1");
  static final TeaserId FILM = new TeaserId("01JD9ZQ4M8T3V5W6X7Y8Z9A0B2");
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  static final Instant EXPIRY = Instant.parse("2099-01-01T00:00:00Z");

  /** An article that says everything that an article can. */
  static final ArticleContent FULL =
      new ArticleContent(
          new Slug("der-deich-haelt"),
          "Sturmflut & Wind",
          "Der Deich <hält>: \"vorerst\"",
          "Norderau atmet auf. {Noch}",
          "de",
          "Küste/Nord",
          List.of("Hochwasser", "Küstenschutz"),
          List.of(new Author("Ada Kern", "Reporterin"), new Author("Ole Brandt", null)),
          List.of("Küstendienst", "Deichverband"),
          new Image(
              "https://example.org/deich.jpg?a=1&b=2",
              "Ein Deich",
              "Der Deich am Abend",
              "I. Wolke",
              1600,
              1200,
              List.of(new Image.Rendition("https://example.org/deich-400.jpg", 400, 300))),
          List.of(
              new Block.Paragraph(
                  "Der Deich <strong>hält</strong>, <em>sagt</em> <a href=\"https://example.org/?a=1&amp;b=2\">sie</a>.<br>Noch 3 &lt; 4."),
              new Block.Heading(2, "Die *Nacht*"),
              new Block.Quote("Wir waren\nalle da.", "Inga Wolke", "Deichgräfin"),
              new Block.Picture(
                  new Image(
                      "https://example.org/nacht.jpg",
                      "Nacht",
                      "Die Nacht",
                      "O. B.",
                      10,
                      20,
                      List.of())),
              new Block.ItemList(false, List.of("Sand <em>und</em> Kies", "1. Wasser")),
              new Block.ItemList(true, List.of("erst", "dann")),
              new Block.Table(
                  List.of("Ort", "Pegel"),
                  List.of(List.of("Norderau", "5,2 m"), List.of("Süd", "<strong>4</strong> | 5"))),
              new Block.Embed("example.org", "https://example.org/karte", "Die Karte"),
              new Block.Infobox("Der Deich", List.of(new Block.Paragraph("Gebaut 1962."))),
              new Block.Divider(),
              new Block.Paragraph("- Alle halfen. #Norderau _x_ `y` {z} 2. Mai")),
          List.of(
              new Related(null, "https://example.org/alt", null, "Vor der Flut"),
              new Related("background", "https://example.org/buch", null, "Deichbuch")),
          List.of(new Correction(null, "Der Pegel stand tiefer.")),
          true,
          2,
          EXPIRY,
          "https://example.org/deich");

  private Articles() {}

  static PublishedArticle published(ArticleContent content, ShownTeaser... teasers) {
    var span = new Span(3, NOON, null, NOON, NOON, content.slug(), content.expiresAt(), List.of());
    return new PublishedArticle(
        ID, span, NOON, content, teasers.length == 0 ? Map.of() : Map.of(FILM, List.of(teasers)));
  }

  static ShownTeaser film(TeaserContent content) {
    var span = new Span(1, NOON, null, NOON, NOON, null, null, List.of());
    return new ShownTeaser(FILM, span, NOON, content, null);
  }

  static Rendering in(Variant variant, PublishedArticle article) {
    return in(variant, article, Site.UNKNOWN);
  }

  private static Rendering in(Variant variant, PublishedArticle article, Site site) {
    return Objects.requireNonNull(
        new ArticleJson(site).published(article).variants().get(variant), variant::name);
  }

  static String text(Variant variant, PublishedArticle article) {
    return text(in(variant, article), NOON, null);
  }

  /** As a stack writes it that readers reach there. */
  static String text(Variant variant, PublishedArticle article, Site site) {
    return text(in(variant, article, site), NOON, null);
  }

  static String text(Rendering rendering, Instant now, @Nullable String country) {
    return rendering.joined(now, country).text();
  }

  /** What our ingest makes of a text under that name. */
  static IncomingDocument read(String name, String text) {
    return read(name, text, Site.UNKNOWN);
  }

  /** The same at a stack that readers reach there. */
  static IncomingDocument read(String name, String text, Site site) {
    var source = new Source(Bytes.utf8(text), name, null, Map.of());
    return switch (Formats.standard(site).read(source)) {
      case Reading.Understood(_, var document) -> document;
      case Reading.Refused refused -> throw new AssertionError(refused);
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  static ArticleContent content(IncomingDocument document) {
    return ((Instruction.Save) document.instruction()).content();
  }
}
