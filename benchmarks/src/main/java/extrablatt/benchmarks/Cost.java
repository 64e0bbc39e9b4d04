package extrablatt.benchmarks;

/**
 * What something costs: requests to DynamoDB and the units they take, rows written, objects written
 * to S3.
 */
record Cost(int requests, double readUnits, double writeUnits, int rows, int objects) {
  static final Cost NOTHING = new Cost(0, 0, 0, 0, 0);

  static Cost read(double units) {
    return new Cost(1, units, 0, 0, 0);
  }

  static Cost write(double units, int rows) {
    return new Cost(1, 0, units, rows, 0);
  }

  static Cost object() {
    return new Cost(0, 0, 0, 0, 1);
  }

  Cost plus(Cost other) {
    return new Cost(
        requests + other.requests,
        readUnits + other.readUnits,
        writeUnits + other.writeUnits,
        rows + other.rows,
        objects + other.objects);
  }
}
