package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3's. */
final class S3ObjectStore implements ObjectStore {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final S3Client client;
  private final String bucket;

  S3ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void put(
      String key, Bytes bytes, @Nullable String contentType, Map<String, String> metadata) {
    asking(() ->
        client.putObject(
            put ->
                put.bucket(bucket).key(key).contentType(contentType).metadata(asHeaders(metadata)),
            RequestBody.fromBytes(bytes.array())));
  }

  @Override
  public Optional<Bytes> get(String key) {
    var request = GetObjectRequest.builder().bucket(bucket).key(key).build();
    return ifThere(() -> Bytes.of(client.getObjectAsBytes(request).asByteArrayUnsafe()));
  }

  @Override
  public Optional<Bytes> get(String key, String version, long limit) {
    var request =
        GetObjectRequest.builder().bucket(bucket).key(key).versionId(orNewest(version)).build();
    return ifThere(() -> atMost(limit, request));
  }

  @Override
  public Optional<DropStore.Head> head(String key, String version) {
    return ifThere(() -> {
      var head =
          client.headObject(
              request -> request.bucket(bucket).key(key).versionId(orNewest(version)));
      return new DropStore.Head(
          head.contentLength(), head.contentType(), inLowerCase(head.metadata()), head.eTag());
    });
  }

  @Override
  public boolean has(String key) {
    try {
      return head(key, "").isPresent();
    } catch (S3Exception refusal) {
      if (refusal.statusCode() == 403) return false;
      throw refusal;
    }
  }

  @Override
  public void copy(String key, String version, String target) {
    asking(() ->
        client.copyObject(copy ->
            copy.sourceBucket(bucket)
                .sourceKey(key)
                .sourceVersionId(orNewest(version))
                .destinationBucket(bucket)
                .destinationKey(target)));
  }

  @Override
  public Optional<Bytes> range(String key, String version, long offset, int length) {
    var request =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .versionId(orNewest(version))
            .range("bytes=%d-%d".formatted(offset, offset + length - 1))
            .build();
    return ifThere(() -> atMost(length, request));
  }

  @Override
  public void putForEver(String key, Bytes bytes, String contentType) {
    asking(() ->
        client.putObject(
            put -> put.bucket(bucket).key(key).contentType(contentType).cacheControl(FOR_EVER),
            RequestBody.fromBytes(bytes.array())));
  }

  @Override
  public void copyFrom(
      ObjectStore other, String key, String version, String target, @Nullable String contentType) {
    if (!(other instanceof S3ObjectStore source))
      throw new IllegalArgumentException("not a bucket of S3's: " + other);
    asking(() ->
        client.copyObject(copy -> {
          copy.sourceBucket(source.bucket)
              .sourceKey(key)
              .sourceVersionId(orNewest(version))
              .destinationBucket(bucket)
              .destinationKey(target);
          if (contentType != null)
            copy.metadataDirective(MetadataDirective.REPLACE)
                .contentType(contentType)
                .cacheControl(FOR_EVER);
        }));
  }

  private Bytes atMost(long limit, GetObjectRequest request) {
    try (var body = client.getObject(request)) {
      var bytes = body.readNBytes(Math.toIntExact(limit + 1));
      if (bytes.length <= limit) return Bytes.of(bytes);
      body.abort();
      throw new IllegalArgumentException(request.key() + " is longer than " + limit + " bytes");
    } catch (IOException broken) {
      throw Refusals.busy(broken);
    }
  }

  private static <T> Optional<T> ifThere(Supplier<T> request) {
    try {
      return Optional.of(asking(request));
    } catch (S3Exception refusal) {
      if (isGone(refusal)) return Optional.empty();
      throw refusal;
    }
  }

  /** No such key or version; 405 is the answer for a version that is a delete marker. */
  private static boolean isGone(S3Exception refusal) {
    return refusal.statusCode() == 404 || refusal.statusCode() == 405;
  }

  private static <T> T asking(Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException refusal) {
      throw Refusals.translated(refusal);
    }
  }

  /** A bucket without versions calls its only one {@code null}, or names none. */
  private static @Nullable String orNewest(String version) {
    return version.isEmpty() || version.equals("null") ? null : version;
  }

  private static Map<String, String> inLowerCase(Map<String, String> metadata) {
    var lower = new HashMap<String, String>();
    metadata.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  /** Metadata travel as headers, which hold ASCII only: the rest is escaped as in URLs. */
  private static Map<String, String> asHeaders(Map<String, String> metadata) {
    var headers = new HashMap<String, String>();
    metadata.forEach((name, value) -> headers.put(name, UrlText.escapedOutsideAscii(value)));
    return headers;
  }
}
