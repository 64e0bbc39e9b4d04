package extrablatt.local.replay;

/** The Newsroom API answered otherwise than hoped. */
public final class ReplayRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReplayRefused(String message) {
    super(message);
  }
}
