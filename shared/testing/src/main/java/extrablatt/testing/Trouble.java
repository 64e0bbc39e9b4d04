package extrablatt.testing;

/** What can go wrong with one call of a store. */
public enum Trouble {
  /** The store refuses before anything is done. */
  BUSY_BEFORE,
  /** The call takes effect, but its answer gets lost. */
  BUSY_AFTER,
  /** The process is killed before the call. */
  KILLED_BEFORE,
  /** The process is killed after the call took effect. */
  KILLED_AFTER,
  /** A read of one thing answers what held before the last change; other calls are not troubled. */
  STALE
}
