package extrablatt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The reference client against the running stack: {@code clients/check.js}, which fails where a
 * reader ends with anything but the server's liveblog. It needs Node 20; without it the test says
 * that it was left out.
 */
@ExtendWith(OneStack.class)
final class ReferenceClientTest {
  private static final Path CHECK = Path.of("../clients/check.js");
  private static final String OPERATIONS = "250";

  private final Stack stack;

  ReferenceClientTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void everyReaderEndsWithTheServersLiveblog() throws Exception {
    assumeTrue(hasNode(), "there is no node on the PATH");
    var said = Files.createTempFile("extrablatt-client", ".log");
    var checking =
        new ProcessBuilder(
                "node", CHECK.toString(), stack.parts().api().toString(), OPERATIONS, "7")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    checking.environment().put("TOKEN", stack.token());

    var process = checking.start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();

    assertThat(ended).as("it ends: %s", Files.readString(said)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    Files.delete(said);
  }

  private static boolean hasNode() throws IOException {
    var path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(Path::of)
        .flatMap(folder -> List.of("node", "node.exe").stream().map(folder::resolve))
        .anyMatch(Files::isExecutable);
  }
}
