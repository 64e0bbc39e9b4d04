package extrablatt.local;

import extrablatt.local.iam.Permissions;
import extrablatt.local.iam.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which rights the functions of the tests' stacks needed, kept in files for the test that comes
 * after all others.
 */
public final class UsedRights {
  private static final Path FOLDER =
      Path.of(
          "target",
          "used-rights",
          System.getProperty("extrablatt.build", "other").replace(':', '-'));
  private static final String BETWEEN = "\t";

  private UsedRights() {}

  /** Keeps what was needed in a stack. */
  public static void keep(Permissions permissions) {
    var lines =
        permissions.used().stream()
            .map(use -> String.join(BETWEEN, use.role(), use.sid(), use.part()))
            .collect(Collectors.toSet());
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(UUID.randomUUID() + ".tsv"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was kept in this build. */
  public static Set<Use> all() throws IOException {
    var uses = new HashSet<Use>();
    if (!Files.isDirectory(FOLDER)) return uses;
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        for (var line : Files.readAllLines(file)) {
          var parts = line.split(BETWEEN, 3);
          uses.add(new Use(parts[0], parts[1], parts[2]));
        }
      }
    }
    return uses;
  }
}
