package extrablatt.testing;

/** The process was killed here: nothing after it runs, and nobody may catch it as an exception. */
public final class Killed extends Error {
  Killed(String where) {
    super("killed " + where);
  }
}
