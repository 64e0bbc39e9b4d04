package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** The drop bucket as a newsroom system uses it, and what the receipts say of its objects. */
final class DropBucket implements AutoCloseable {
  private static final String NAME = "extrablatt-drop";
  private static final Duration LONGEST_INGEST = Duration.ofSeconds(10);

  private final URI address;
  private final Api newsroom;
  private final S3Client s3;

  DropBucket(URI address, Api newsroom) {
    this.address = address;
    this.newsroom = newsroom;
    s3 = Clients.ofTheDeveloper(S3Client.builder().forcePathStyle(true), address).build();
  }

  /** Uploads without a signature, as {@code curl -T} does; returns the object's version. */
  String drop(String key, byte[] bytes, Map<String, String> metadata) {
    var request =
        HttpRequest.newBuilder(address.resolve("/" + NAME + "/" + encoded(key)))
            .timeout(LONGEST_INGEST)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    metadata.forEach((name, value) -> request.header("x-amz-meta-" + name, value));
    return Api.answered(request.build()).with(200).required("x-amz-version-id");
  }

  String drop(String key, String text) {
    return drop(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** Drops and waits for what becomes of it. */
  JsonNode deliver(String key, byte[] bytes, Map<String, String> metadata) {
    return receipt(key, drop(key, bytes, metadata));
  }

  JsonNode deliver(String key, String text) {
    return receipt(key, drop(key, text));
  }

  /** The receipt of that version of an object, once it is there. */
  JsonNode receipt(String key, String version) {
    return Waiting.until(
        LONGEST_INGEST,
        "a receipt of " + key + " version " + version,
        () ->
            receipts("key", key).stream()
                .filter(receipt -> receipt.path("objectVersion").asText().equals(version))
                .findFirst());
  }

  /** All receipts of a key, an outcome or a provider, newest first. */
  List<JsonNode> receipts(String filter, String value) {
    return items(newsroom, "/newsroom/receipts?" + filter + "=" + form(value));
  }

  /** Every receipt of a provider, once there are as many. */
  List<JsonNode> receiptsOf(String provider, int number, Duration longest) {
    return Waiting.until(
        longest,
        number + " receipts of " + provider,
        () -> Optional.of(receipts("provider", provider)).filter(found -> found.size() >= number));
  }

  /** The items of all pages of a list. */
  static List<JsonNode> items(Api api, String path) {
    var items = new ArrayList<JsonNode>();
    var separator = path.contains("?") ? "&" : "?";
    var page = api.get(path + separator + "limit=100").with(200).json();
    while (true) {
      page.get("items").forEach(items::add);
      var next = page.path("next");
      if (next instanceof MissingNode) return items;
      page = api.get(path + separator + "limit=100&cursor=" + next.asText()).with(200).json();
    }
  }

  /** The bytes of an object of the bucket. */
  byte[] read(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(NAME).key(key)).asByteArray();
  }

  /** The bytes of an older version. */
  byte[] read(String key, String version) {
    return s3.getObjectAsBytes(get -> get.bucket(NAME).key(key).versionId(version)).asByteArray();
  }

  Collection<String> keys(String prefix) {
    return s3.listObjectsV2(list -> list.bucket(NAME).prefix(prefix)).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  @Override
  public void close() {
    s3.close();
  }

  static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String key) {
    return form(key).replace("+", "%20").replace("%2F", "/");
  }
}
