package extrablatt.formats;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.json.ArticleJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What came in as page text is stored in our JSON without loss. */
class PageTextGoesOutTest {
  private static final Path SAMPLES = Path.of("../../samples/page-text");

  private final ArticleJson json = new ArticleJson();

  static Stream<Path> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsTakenAndStoredWithoutLoss(Path sample) {
    var source = new Source(bytes(sample), sample.getFileName().toString(), null, Map.of());

    var reading = Formats.standard().read(source);

    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            understood -> {
              var content = ((Instruction.Save) understood.document().instruction()).content();
              assertThat(json.read(json.stored(content))).isEqualTo(content);
            });
  }

  private static Bytes bytes(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
