package extrablatt.local.imports;

import java.net.URI;

/**
 * Nobody answers where documents are to go, or nobody may send any there; the rest of them would
 * fare no better.
 */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreachable(URI address, String cure, Throwable cause) {
    super("%s does not answer: %s".formatted(address, cure), cause);
  }

  Unreachable(URI address, String refusal) {
    super("%s refuses: %s".formatted(address, refusal));
  }
}
