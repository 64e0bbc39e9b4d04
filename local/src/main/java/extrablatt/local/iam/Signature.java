package extrablatt.local.iam;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a request says that it is signed by. */
public final class Signature {
  private static final Pattern VERSION_4 = Pattern.compile("Credential=([^/,\\s]+)");
  private static final Pattern VERSION_2 = Pattern.compile("AWS ([^:\\s]+):.*");

  private Signature() {}

  /**
   * The access key of an {@code Authorization} header.
   *
   * @param authorization null where there is none
   */
  public static Optional<String> accessKey(@Nullable String authorization) {
    if (authorization == null) return Optional.empty();
    var version4 = VERSION_4.matcher(authorization);
    if (version4.find()) return Optional.of(version4.group(1));
    var version2 = VERSION_2.matcher(authorization);
    return version2.matches() ? Optional.of(version2.group(1)) : Optional.empty();
  }
}
