package extrablatt.benchmarks.liveblogs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * Checks liveblogs under faults: {@code LiveblogChecker [operations] [seed]}, 100,000 and any seed
 * unless told otherwise. It ends with 1 if anything is wrong.
 */
public final class LiveblogChecker {
  private static final int OPERATIONS = 100_000;

  /** Else DynamoDB Local reports that it was started, and keeps a file for that. */
  private static final boolean NO_TELEMETRY = true;

  private LiveblogChecker() {}

  public static void main(String[] arguments) {
    int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : OPERATIONS;
    long seed =
        arguments.length > 1
            ? Long.parseLong(arguments[1])
            : ThreadLocalRandom.current().nextLong(1_000_000);
    System.exit(run(operations, seed, Checker.Between.NOTHING).findings().isEmpty() ? 0 : 1);
  }

  /** Runs it and prints what came of it. */
  static Checker.Report run(int operations, long seed, Checker.Between between) {
    long start = System.nanoTime();
    var local = DynamoDBEmbedded.create(NO_TELEMETRY);
    var out = System.out;
    var log = new FunctionLog();
    System.setOut(log.stream());
    try {
      var dynamo = local.dynamoDbClient();
      extrablatt.benchmarks.Tables.create(dynamo, Checker.table());
      var report = Checker.check(dynamo, operations, seed, between);
      print(out, seed, report, Duration.ofNanos(System.nanoTime() - start));
      return report;
    } finally {
      System.setOut(out);
      log.failures().forEach(failure -> out.printf("A failure: %s%n", failure));
      local.shutdown();
    }
  }

  private static void print(PrintStream out, long seed, Checker.Report report, Duration time) {
    out.printf(
        "Seed %d: %,d operations in %.1f s, %,d of them calls of editors and %,d of readers%n",
        seed,
        report.operations(),
        time.toMillis() / 1000.0,
        report.edits().sum(),
        report.reads().sum());
    out.printf("Editors:%n%sReaders:%n%s", report.edits().lines(), report.reads().lines());
    out.printf("Answers to readers:%n%s", report.answers().lines());
    out.printf("Faults, and what came of them:%n%s", report.faults().lines());
    report.liveblogs().forEach(liveblog -> out.printf("A liveblog in the end: %s%n", liveblog));
    report.findings().forEach(finding -> out.printf("WRONG: %s%n", finding));
  }
}
