package extrablatt.local.imports;

import extrablatt.local.imports.ImportReport.Line;
import extrablatt.local.replay.Receipts;
import extrablatt.local.replay.Receipts.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Drops documents as a newsroom system does, and waits for the receipt of each. */
public final class DropDelivery implements Delivery {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI dropBucket;
  private final String prefix;
  private final Receipts receipts;
  private final Clock clock;
  private final Duration longest;

  /**
   * Into a drop bucket.
   *
   * @param dropBucket the bucket's address
   * @param prefix what keys begin with: {@code publish/} or {@code drafts/} and the provider
   * @param longest how long the receipt of one document is waited for
   */
  public DropDelivery(
      URI dropBucket, String prefix, Receipts receipts, Clock clock, Duration longest) {
    this.dropBucket = dropBucket;
    this.prefix = prefix;
    this.receipts = receipts;
    this.clock = clock;
    this.longest = longest;
  }

  @Override
  public String key(Document document) {
    return prefix + document.name();
  }

  @Override
  public Line deliver(Document document, String sha256, Document.Payload payload)
      throws IOException {
    var key = key(document);
    var version = put(key, payload);
    var end = clock.instant().plus(longest);
    while (clock.instant().isBefore(end)) {
      var receipt = receipt(key, version);
      if (receipt.isPresent()) {
        var told = receipt.get();
        return new Line(document.name(), sha256, key, told.outcome(), told.id(), told.problem());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return new Line(document.name(), sha256, key, "waiting", null, null);
  }

  private Optional<Receipt> receipt(String key, String version) {
    return receipts.newest("key", key).stream()
        .filter(receipt -> receipt.objectVersion().equals(version))
        .findFirst();
  }

  private String put(String key, Document.Payload payload) throws IOException {
    var path =
        URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    var request =
        HttpRequest.newBuilder(URI.create(dropBucket + "/" + path))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(payload.bytes().array()));
    if (payload.mediaType() != null) request.header("Content-Type", payload.mediaType());
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var version = answer.headers().firstValue("x-amz-version-id");
      if (answer.statusCode() != 200 || version.isEmpty())
        throw new UncheckedIOException(
            new IOException("PUT %s was answered with %d".formatted(path, answer.statusCode())));
      return version.get();
    } catch (ConnectException nobody) {
      throw new Unreachable(
          dropBucket, "start ./extrablatt local, or give its S3's port with --s3-port", nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while dropping " + key, interrupted);
    }
  }
}
