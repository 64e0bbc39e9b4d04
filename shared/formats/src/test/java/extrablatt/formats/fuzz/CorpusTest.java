package extrablatt.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing found interesting, or once wrong, and every sample, read again in every run. */
final class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/corpus");
  private static final Path SAMPLES = Path.of("../../samples");

  @ParameterizedTest
  @MethodSource("corpora")
  void corpusIsReadWithoutHarm(Path corpus) throws IOException {
    var format = String.valueOf(corpus.getFileName()).replaceFirst("\\.zip$", "");
    int files = 0;
    try (var archive = new ZipFile(corpus.toFile())) {
      for (var entry : archive.stream().filter(file -> !file.isDirectory()).toList()) {
        files++;
        try (var stream = archive.getInputStream(entry)) {
          var bytes = stream.readAllBytes();
          assertThatCode(() -> FormatFuzzer.feed("a." + ending(format), bytes))
              .as(format + " " + entry.getName())
              .doesNotThrowAnyException();
        }
      }
    }
    assertThat(files).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleIsReadWithoutHarm(Path sample) throws IOException {
    var bytes = Files.readAllBytes(sample);

    assertThatCode(() -> FormatFuzzer.feed(String.valueOf(sample.getFileName()), bytes))
        .doesNotThrowAnyException();
  }

  static List<Path> corpora() throws IOException {
    try (var files = Files.list(CORPUS)) {
      return files.sorted().toList();
    }
  }

  static List<Path> samples() throws IOException {
    try (var files = Files.walk(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String ending(String format) {
    return switch (format) {
      case "newsml-g2", "nitf", "feed" -> "xml";
      case "markdown" -> "md";
      case "html" -> "html";
      case "page-text" -> "txt";
      case "zip" -> "zip";
      default -> "json";
    };
  }
}
