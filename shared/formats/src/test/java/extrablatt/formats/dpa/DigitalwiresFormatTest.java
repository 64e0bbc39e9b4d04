package extrablatt.formats.dpa;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Related;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DigitalwiresFormatTest {
  private static final Path TABLE = Path.of("../../docs/formats/dpa-digitalwires.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void everyPropertyGoesWhereTheTableSays() {
    var document = document(fixture());

    assertThat(document.guid()).isEqualTo("urn:newsml:wellenbote.example:20260101:261120-930-17");
    assertThat(document.version()).isEqualTo(2);
    assertThat(document.publishAt()).isEqualTo(Instant.parse("2026-11-20T10:30:00Z"));
    assertThat(content(document))
        .isEqualTo(
            new ArticleContent(
                null,
                "Sturmflut",
                "Der Deich hält",
                "Norderau atmet auf.",
                "de",
                "Vermischtes",
                List.of("Wetter", "Deich", "Flut", "Norderau"),
                List.of(new Author("Ada Kern", null), new Author("Ole Brandt", null)),
                List.of("wbo"),
                image("https://example.org/1.jpg", "Der Deich", "O. Brandt", 2048, 1371),
                List.of(
                    new Block.Paragraph("Der Deich <a href=\"https://example.org/x\">hält</a>."),
                    new Block.Heading(2, "Die Nacht"),
                    new Block.Table(List.of("Ort"), List.of(List.of("Norderau"))),
                    new Block.Embed("video.example", "https://video.example/embed/1", null),
                    new Block.Picture(
                        image("https://example.org/2.jpg", "Im Text", "I. Wolke", 1000, 700)),
                    new Block.Infobox(
                        "Zur Sache", List.of(new Block.Paragraph("Deiche sind alt."))),
                    new Block.Picture(image("https://example.org/3.jpg", "Übrig", null, 800, 600))),
                List.of(
                    new Related("linkbox", "https://example.org/verband", null, "Deichverband")),
                List.of(new Correction(null, "Der Pegel stand tiefer.")),
                false,
                4,
                null,
                null));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void whatIsForEditorsIsKeptBeside() {
    assertThat(document(fixture()).extra())
        .containsEntry("subhead", List.of("Eine lange Nacht"))
        .containsEntry("dateline", List.of("Norderau (wbo) -"))
        .containsEntry("ednotes.contacts", List.of("Ada Kern, +49 0"))
        .containsEntry("notepad.nonpublic_html", List.of("Kontakt: Ada Kern, +49 0"))
        .containsEntry("associations.headline", List.of("Wellen"))
        .containsEntry("categories.genre", List.of("Reportage"))
        .containsEntry("categories.genre.qcode", List.of("dpatextgenre:1"))
        .containsKeys(
            "copyrightnotice",
            "usageterms",
            "autopublishnotice",
            "entry_id",
            "updated",
            "type",
            "format",
            "version_created",
            "descriptions",
            "rubric_names",
            "categories.creator");
    assertThat(content(document(fixture())).toString()).doesNotContain("+49 0");
  }

  /** A row that no fixture has says what nobody tried. */
  @Test
  void everyRowOfTheTableIsInTheFixture() throws IOException {
    var rows = ROW.matcher(Files.readString(TABLE)).results().map(row -> row.group(1)).toList();

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows).allSatisfy(row -> assertThat(fixture()).contains("\"" + row + "\":"));
  }

  @Test
  void aCanceledItemIsWithdrawn() {
    var document = document(fixture().replace("\"usable\"", "\"canceled\""));

    assertThat(document.instruction()).isEqualTo(new Instruction.Kill("Der Pegel stand tiefer."));
    assertThat(document.version()).isEqualTo(2);
  }

  @Test
  void aPictureAloneIsNamed() {
    var alone =
        "{\"urn\": \"u\", \"entry_id\": \"e\", \"headline\": \"H\", \"associations\": [{\"type\": \"image\"}]}";

    assertThat(read(alone))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo("unsupported-kind");
              assertThat(refused.faults().getFirst().detail()).contains("image");
            });
  }

  @Test
  void itIsToldFromTheOthers() {
    assertThat(Formats.standard().read(source(fixture())).format()).isEqualTo("dpa-digitalwires");
  }

  @Test
  void brokenFixturesNeverThrow() {
    var random = new Random(17);
    var bytes = fixture().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      var broken = bytes.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--)
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);

      assertThat(Formats.standard().read(new Source(Bytes.of(broken), "a.json", null, Map.of())))
          .isNotNull();
    }
  }

  private static Image image(
      String url,
      String caption,
      @org.jspecify.annotations.Nullable String credit,
      int width,
      int height) {
    return new Image(url, null, caption, credit, width, height, List.of());
  }

  private static Reading read(String json) {
    return new DigitalwiresFormat().read(source(json));
  }

  private static IncomingDocument document(String json) {
    return switch (read(json)) {
      case Reading.Understood(_, var document) -> document;
      case Reading.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static ArticleContent content(IncomingDocument document) {
    return ((Instruction.Save) document.instruction()).content();
  }

  private static Source source(String json) {
    return new Source(Bytes.utf8(json), "a.json", null, Map.of());
  }

  private static String fixture() {
    try (InputStream stream =
        Objects.requireNonNull(
            DigitalwiresFormatTest.class.getResourceAsStream("/formats/dpa-digitalwires.json"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
