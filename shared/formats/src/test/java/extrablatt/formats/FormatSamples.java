package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A foreign format, the samples that exercise all of it, and the table that says where it goes. */
public final class FormatSamples {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final Path TABLES = Path.of("../../docs/formats");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final int BROKEN = 2_000;

  private final DocumentFormat format;
  private final List<Path> samples;

  private FormatSamples(DocumentFormat format, List<Path> samples) {
    this.format = format;
    this.samples = samples;
  }

  /** Samples by their paths below the samples' folder. */
  public static FormatSamples of(DocumentFormat format, String... samples) {
    return new FormatSamples(format, Stream.of(samples).map(SAMPLES::resolve).toList());
  }

  /** The first sample. */
  public String text() {
    return text(0);
  }

  /** A sample by its number. */
  public String text(int number) {
    return read(samples.get(number));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A text under the name of the first sample. */
  public Source source(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes under the name of the first sample. */
  public Source source(byte[] bytes) {
    var name = String.valueOf(samples.getFirst().getFileName());
    return new Source(Bytes.of(bytes), name, null, Map.of());
  }

  /** What the format makes of a text. */
  public Reading read(String text) {
    return format.read(source(text));
  }

  /** A text that the format understands. */
  public IncomingDocument document(String text) {
    return switch (read(text)) {
      case Reading.Understood(_, var document) -> document;
      case Reading.Refused refused -> throw new AssertionError(refused);
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  /** The article that a text is. */
  public ArticleContent content(String text) {
    return content(document(text));
  }

  /** The article that a document brings. */
  public static ArticleContent content(IncomingDocument document) {
    return ((Instruction.Save) document.instruction()).content();
  }

  /** The refusal of a text that the format does not take. */
  public Reading.Refused refused(String text) {
    return switch (read(text)) {
      case Reading.Refused refused -> refused;
      case Reading.Understood understood -> throw new AssertionError(understood);
      case Reading.Several several -> throw new AssertionError(several);
    };
  }

  /** The names in the first column of the format's tables. */
  public List<String> rows() {
    return read(TABLES.resolve(format.name() + ".md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> NAME.matcher(line.split("\\|", 3)[1]).results())
        .map(name -> name.group(1))
        .toList();
  }

  /** Every sample broken at random places is still read to an end, under all formats. */
  public void assertNoneThrows(long seed) {
    var random = new Random(seed);
    for (var sample : samples) {
      var bytes = read(sample).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < BROKEN; i++) {
        var broken = bytes.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--)
          broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);

        assertThat(Formats.standard().read(source(broken))).isNotNull();
      }
    }
  }

  /** The format by which all formats together know the first sample. */
  public String knownAs() {
    return Formats.standard().read(source(text())).format();
  }
}
