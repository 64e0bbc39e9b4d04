package extrablatt.local.imports;

import extrablatt.local.imports.ImportReport.Line;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Brings many documents to a stack; what a report says is done is not done again. */
public final class Import {
  private static final int AT_ONCE = 8;

  private final Delivery delivery;
  private final ImportReport report;

  public Import(Delivery delivery, ImportReport report) {
    this.delivery = delivery;
    this.report = report;
  }

  /**
   * Imports documents, a few at once; what became of each goes to the report and to the caller.
   *
   * @throws Unreachable if nobody answers
   */
  public void run(List<Document> documents, Consumer<Line> ended) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new ArrayList<Future<?>>();
      for (var document : documents) {
        running.add(threads.submit(() -> ended.accept(imported(document))));
      }
      try {
        for (var each : running) awaited(each);
      } catch (Unreachable unreachable) {
        threads.shutdownNow();
        throw unreachable;
      }
    }
  }

  private static void awaited(Future<?> running) {
    try {
      running.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Line imported(Document document) {
    var key = delivery.key(document);
    try {
      var payload = document.content().read();
      var sha256 = sha256(payload.bytes().array());
      var done = report.done(key, sha256);
      if (done.isPresent()) return done.get();
      var line = delivery.deliver(document, sha256, payload);
      report.add(line);
      return line;
    } catch (IOException unreadable) {
      return new Line(document.name(), "", key, "unreadable", null, unreadable.toString());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
