package extrablatt.formats.pagetext;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.videos.Speaker;
import extrablatt.domain.videos.TeaserContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads page texts for the tests, and names what they expect in few words. */
final class PageTexts {
  private static final PageTextFormat FORMAT = new PageTextFormat();

  private PageTexts() {}

  static Reading read(byte[] bytes) {
    return FORMAT.read(new Source(Bytes.of(bytes), "page.txt", "text/plain", Map.of()));
  }

  static Reading read(String text) {
    return FORMAT.read(new Source(Bytes.utf8(text), "page.txt", "text/plain", Map.of()));
  }

  static ArticleContent article(String text) {
    return article(read(text));
  }

  static ArticleContent article(Reading reading) {
    return switch (reading) {
      case Reading.Understood understood -> article(understood.document());
      case Reading.Refused refused -> throw new AssertionError("refused: " + refused.faults());
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  private static ArticleContent article(IncomingDocument document) {
    return switch (document.instruction()) {
      case IncomingDocument.Instruction.Save(var content) -> content;
      case IncomingDocument.Instruction other -> throw new AssertionError(other);
    };
  }

  static List<String> warnings(String text) {
    return switch (read(text)) {
      case Reading.Understood understood -> understood.document().warnings();
      case Reading.Refused refused -> throw new AssertionError("refused: " + refused.faults());
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  /** What becomes of this text below a title and a lead. */
  static ArticleContent below(String text) {
    return article("A headline\n\nA lead.\n\n" + text);
  }

  /** The body that this text below a title and a lead becomes. */
  static List<Block> body(String text) {
    return below(text).body();
  }

  /** One of the samples that come with the product. */
  static byte[] sample(String name) {
    var module = Path.of(System.getProperty("basedir", "."));
    try {
      return Files.readAllBytes(module.resolve("../../samples/page-text").resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Block paragraph(String html) {
    return new Block.Paragraph(html);
  }

  static Block heading(String text) {
    return new Block.Heading(2, text);
  }

  static Block quote(String text, String speaker, String role) {
    return new Block.Quote(text, speaker, role);
  }

  static Block video(String caption, String date, String duration) {
    return video(null, null, caption, date, duration);
  }

  static Block video(String title, String caption, String date, String duration) {
    return video(title, null, caption, date, duration);
  }

  static Block video(Speaker speaker, String caption, String date, String duration) {
    return video(null, speaker, caption, date, duration);
  }

  private static Block video(
      @Nullable String title,
      @Nullable Speaker speaker,
      String caption,
      String date,
      String duration) {
    return new Block.NewVideoTeaser(
        TeaserContent.of(title, caption, speaker, LocalDate.parse(date), Duration.parse(duration)));
  }

  static Block liveblog(
      String kicker, String headline, @Nullable String summary, @Nullable String caption) {
    var image = caption == null ? null : Image.captioned(caption);
    return new Block.LiveblogHint(new LiveblogTeaser(null, null, kicker, headline, summary, image));
  }
}
