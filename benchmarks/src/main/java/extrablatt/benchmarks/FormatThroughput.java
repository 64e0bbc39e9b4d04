package extrablatt.benchmarks;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Prints how many documents a second one thread reads in each format: {@code FormatThroughput
 * [folder of samples]}. Each sample is found by its name, read, checked against our rules and
 * thrown away.
 */
public final class FormatThroughput {
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(5);
  private static final Formats FORMATS = Formats.standard();

  private FormatThroughput() {}

  public static void main(String[] arguments) {
    var folder = Path.of(arguments.length == 0 ? "samples" : arguments[0]);
    System.out.printf(
        "| %-18s | %-28s | %8s | %12s |%n", "format", "sample", "bytes", "documents/s");
    System.out.println("|---|---|---|---|");
    for (var sample : samples(folder)) measure(folder, sample);
  }

  private static List<Path> samples(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void measure(Path folder, Path sample) {
    var source = source(sample);
    var format = FORMATS.read(source);
    // Some samples are there to be refused.
    if (documents(format) == 0) return;
    count(source, WARM_UP);
    long documents = count(source, MEASURED);
    System.out.printf(
        "| %-18s | %-28s | %,8d | %,12d |%n",
        format.format(),
        folder.relativize(sample),
        source.bytes().length(),
        documents / MEASURED.toSeconds());
  }

  private static long count(Source source, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long documents = 0;
    while (System.nanoTime() < end) {
      documents += documents(FORMATS.read(source));
    }
    return documents;
  }

  private static long documents(Reading reading) {
    return switch (reading) {
      case Reading.Understood _ -> 1;
      case Reading.Refused _ -> 0;
      case Reading.Several(_, var members, _, _) ->
          members.stream().mapToLong(member -> documents(member.reading())).sum();
    };
  }

  private static Source source(Path sample) {
    try {
      var bytes = Bytes.of(Files.readAllBytes(sample));
      return new Source(bytes, sample.getFileName().toString(), null, Map.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
