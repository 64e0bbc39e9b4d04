package extrablatt.local.imports;

import extrablatt.local.imports.ImportReport.Line;
import extrablatt.local.replay.Receipts;
import extrablatt.local.replay.Receipts.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Drops documents as a newsroom system does, and waits for the receipt of each. */
public final class Import {
  private static final int AT_ONCE = 8;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI dropBucket;
  private final String prefix;
  private final Receipts receipts;
  private final ImportReport report;
  private final Clock clock;
  private final Duration longest;

  /**
   * An import.
   *
   * @param dropBucket the bucket's address
   * @param prefix what keys begin with: {@code publish/} or {@code drafts/} and the provider
   * @param longest how long the receipt of one document is waited for
   */
  public Import(
      URI dropBucket,
      String prefix,
      Receipts receipts,
      ImportReport report,
      Clock clock,
      Duration longest) {
    this.dropBucket = dropBucket;
    this.prefix = prefix;
    this.receipts = receipts;
    this.report = report;
    this.clock = clock;
    this.longest = longest;
  }

  /** Imports documents, a few at once; what became of each goes to the report and to the caller. */
  public void run(List<Document> documents, Consumer<Line> ended) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new ArrayList<Future<?>>();
      for (var document : documents) {
        running.add(threads.submit(() -> ended.accept(imported(document))));
      }
      for (var each : running) awaited(each);
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
    var key = prefix + document.name();
    try {
      var bytes = document.content().read();
      var sha256 = sha256(bytes);
      var done = report.done(key, sha256);
      if (done.isPresent()) return done.get();
      var line = dropped(document.name(), key, sha256, bytes);
      report.add(line);
      return line;
    } catch (IOException unreadable) {
      return new Line(document.name(), "", key, "unreadable", null, unreadable.toString());
    }
  }

  private Line dropped(String name, String key, String sha256, byte[] bytes) throws IOException {
    var version = put(key, bytes);
    var end = clock.instant().plus(longest);
    while (clock.instant().isBefore(end)) {
      var receipt = receipt(key, version);
      if (receipt.isPresent()) {
        var told = receipt.get();
        return new Line(name, sha256, key, told.outcome(), told.id(), told.problem());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return new Line(name, sha256, key, "waiting", null, null);
  }

  private Optional<Receipt> receipt(String key, String version) {
    return receipts.newest("key", key).stream()
        .filter(receipt -> receipt.objectVersion().equals(version))
        .findFirst();
  }

  private String put(String key, byte[] bytes) throws IOException {
    var path =
        URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    var request =
        HttpRequest.newBuilder(URI.create(dropBucket + "/" + path))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      var version = answer.headers().firstValue("x-amz-version-id");
      if (answer.statusCode() != 200 || version.isEmpty())
        throw new UncheckedIOException(
            new IOException(
                "PUT %s was answered with %d".formatted(request.uri(), answer.statusCode())));
      return version.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while dropping " + key, interrupted);
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
