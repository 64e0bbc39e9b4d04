package extrablatt.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a jar of this very build is tested. */
final class BuiltJarsTest {
  private static final String CLASS = "extrablatt/runtime/Outcome.class";

  @TempDir private Path folder = Path.of("");

  @Test
  void aJarOfTheSameClassesIsTaken() throws IOException {
    var jar = jar(built());

    assertThatCode(() -> BuiltJars.requireFresh(jar)).doesNotThrowAnyException();
  }

  @Test
  void aJarOfAnotherBuildIsRefused() throws IOException {
    var other = built();
    other[other.length - 1]++;
    var jar = jar(other);

    assertThatThrownBy(() -> BuiltJars.requireFresh(jar))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("of another build: its " + CLASS);
  }

  @Test
  void aJarThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> BuiltJars.requireFresh(folder.resolve("none.jar")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no ");
  }

  private static byte[] built() throws IOException {
    try (var in = BuiltJarsTest.class.getClassLoader().getResourceAsStream(CLASS)) {
      if (in == null) throw new AssertionError(CLASS);
      return in.readAllBytes();
    }
  }

  private Path jar(byte[] bytes) throws IOException {
    var file = folder.resolve("built.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(CLASS));
      jar.write(bytes);
    }
    return file;
  }
}
