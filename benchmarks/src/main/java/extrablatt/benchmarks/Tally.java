package extrablatt.benchmarks;

/** Adds up costs. */
final class Tally {
  private Cost sum = Cost.NOTHING;

  synchronized void add(Cost cost) {
    sum = sum.plus(cost);
  }

  /** What an operation costs while nothing else is done. */
  Cost of(Runnable operation) {
    reset();
    operation.run();
    return reset();
  }

  private synchronized Cost reset() {
    var before = sum;
    sum = Cost.NOTHING;
    return before;
  }
}
