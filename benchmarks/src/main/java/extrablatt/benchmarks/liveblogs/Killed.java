package extrablatt.benchmarks.liveblogs;

/** The end of a function in the middle of its work: no handler of exceptions sees it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
