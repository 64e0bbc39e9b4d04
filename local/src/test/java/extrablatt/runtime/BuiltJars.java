package extrablatt.runtime;

import extrablatt.local.template.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The jars that Lambda gets. They have to hold the very classes that these tests run with: a jar of
 * another build would prove nothing.
 */
public record BuiltJars(List<Path> jars) {
  private static final Path FUNCTIONS = Path.of("../functions");
  private static final String OURS = "extrablatt/";

  public BuiltJars {
    jars = List.copyOf(jars);
  }

  /** The jar of each function's folder; fails where one is missing or of another build. */
  public static BuiltJars ofThisBuild() throws IOException {
    try (var folders = Files.list(FUNCTIONS)) {
      var jars =
          folders
              .filter(folder -> Files.exists(folder.resolve("pom.xml")))
              .map(folder ->
                  folder.resolve("target/extrablatt-" + folder.getFileName() + "-lambda.jar"))
              .sorted()
              .toList();
      for (var jar : jars) requireFresh(jar);
      return new BuiltJars(jars);
    }
  }

  /** The one jar that holds the function's class. */
  public Path of(Function function) throws IOException {
    var name = function.handler().split("::", 2)[0].replace('.', '/') + ".class";
    Path found = null;
    for (var jar : jars) {
      if (!holds(jar, name)) continue;
      if (found != null) throw new AssertionError(name + " is in " + found + " and in " + jar);
      found = jar;
    }
    if (found == null) throw new AssertionError("no built jar holds " + name);
    return found;
  }

  /** Fails for a jar that is missing, or whose classes are not those of this test. */
  static void requireFresh(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new AssertionError("there is no " + jar + ": build it with mvn verify");
    }
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().filter(BuiltJars::isOurClass).toList()) {
        if (!Arrays.equals(bytes(file, entry), built(entry.getName()))) {
          throw new AssertionError(
              jar + " is of another build: its " + entry.getName() + " differs; run mvn verify");
        }
      }
    }
  }

  private static boolean isOurClass(JarEntry entry) {
    return entry.getName().startsWith(OURS) && entry.getName().endsWith(".class");
  }

  private static boolean holds(Path jar, String name) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.getEntry(name) != null;
    }
  }

  private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** What the class path of this test has under that name; nothing where it has nothing. */
  private static byte[] built(String name) throws IOException {
    try (var in = BuiltJars.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
