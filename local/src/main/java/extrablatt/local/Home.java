package extrablatt.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the project lies, as the launcher says, and where its data are kept unless told otherwise.
 */
final class Home {
  private Home() {}

  static Path project() {
    return Path.of(System.getProperty("extrablatt.home", "")).toAbsolutePath();
  }

  static Path data(@Nullable Path chosen) {
    return chosen == null ? project().resolve(".extrablatt") : chosen.toAbsolutePath();
  }
}
