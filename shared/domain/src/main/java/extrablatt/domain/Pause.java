package extrablatt.domain;

/**
 * Waits before a write is tried again, longer with each try and never the same for two that
 * collided.
 */
@FunctionalInterface
public interface Pause {
  /** Waits before the try with this number, counted from one. */
  void before(int tries);
}
