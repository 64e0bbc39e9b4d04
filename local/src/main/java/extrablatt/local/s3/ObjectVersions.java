package extrablatt.local.s3;

import extrablatt.local.disk.DurableFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The bytes and metadata of every version of every object, never changed once written.
 *
 * <p>It is a blob store of its own, so that listings of the bucket know nothing of it; an object's
 * versions stand in a folder named by the hash of its key.
 */
final class ObjectVersions implements AutoCloseable {
  /** Keeps an ETag that is not the hash of the bytes, such as that of a multipart upload. */
  private static final String GIVEN_ETAG = "extrablatt-etag";

  private final BlobStore store;
  private final @Nullable Path folder;

  /**
   * @param folder where the store keeps its files; null if it is in memory
   */
  ObjectVersions(BlobStore store, @Nullable Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /** A version that is on the disk. */
  record Kept(String bucket, String key, String versionId, String eTag, long size) {}

  void createBucket(String bucket) {
    if (!store.containerExists(bucket)) {
      store.createContainer(bucket);
    }
  }

  /** Reads the bytes to their end and keeps them, with what the request says of them. */
  Kept keep(String versionId, PutObjectRequest request, InputStream bytes) {
    var name = nameOf(request.key(), versionId);
    store.putBlob(request.toBuilder().key(name).ifMatch(null).ifNoneMatch(null).build(), bytes);
    force(request.bucket(), name);
    var kept = find(request.bucket(), request.key(), versionId);
    if (kept == null) {
      throw new IllegalStateException("A version is gone right after it was written");
    }
    return kept;
  }

  /** Keeps an object as it stands in another store, with the ETag that it has there. */
  Kept keepCopy(String versionId, String bucket, String key, BlobStore source) {
    var object = source.getBlob(bucket, key);
    var metadata = new HashMap<>(object.response().metadata());
    metadata.put(GIVEN_ETAG, unquoted(object.response().eTag()));
    var request =
        ObjectCopies.withContentOf(object.response()).bucket(bucket).key(key).metadata(metadata);
    return keep(versionId, request.build(), object);
  }

  @Nullable Kept find(String bucket, String key, String versionId) {
    var found = store.blobMetadataIfPresent(bucket, nameOf(key, versionId));
    return found == null
        ? null
        : new Kept(
            bucket, key, versionId, eTagOf(found.eTag(), found.metadata()), found.contentLength());
  }

  void forget(Kept version) {
    store.removeBlob(version.bucket(), nameOf(version.key(), version.versionId()));
  }

  HeadObjectResponse head(HeadObjectRequest request) {
    var name = nameOf(request.key(), request.versionId());
    try {
      var found = store.blobMetadata(request.toBuilder().key(name).versionId(null).build());
      return found.toBuilder()
          .eTag(quoted(eTagOf(found.eTag(), found.metadata())))
          .metadata(withoutGivenETag(found.metadata()))
          .versionId(request.versionId())
          .build();
    } catch (NoSuchKeyException e) {
      throw missing(request.bucket(), request.key(), request.versionId(), e);
    }
  }

  ResponseInputStream<GetObjectResponse> get(GetObjectRequest request) {
    var name = nameOf(request.key(), request.versionId());
    try {
      var found = store.getBlob(request.toBuilder().key(name).versionId(null).build());
      var response = found.response();
      return SdkResponses.getResponse(
          response.toBuilder()
              .eTag(quoted(eTagOf(response.eTag(), response.metadata())))
              .metadata(withoutGivenETag(response.metadata()))
              .versionId(request.versionId())
              .build(),
          found);
    } catch (NoSuchKeyException e) {
      throw missing(request.bucket(), request.key(), request.versionId(), e);
    }
  }

  @Override
  public void close() {
    store.close();
  }

  static String unquoted(String eTag) {
    return eTag.replace("\"", "");
  }

  private static String quoted(String eTag) {
    return '"' + eTag + '"';
  }

  private static RuntimeException missing(
      String bucket, String key, String versionId, NoSuchKeyException cause) {
    var missing = S3Exceptions.noSuchVersion(bucket, key, versionId, "no such version");
    missing.addSuppressed(cause);
    return missing;
  }

  private static String eTagOf(String stored, Map<String, String> metadata) {
    var given = metadata.get(GIVEN_ETAG);
    return given == null ? unquoted(stored) : given;
  }

  private static Map<String, String> withoutGivenETag(Map<String, String> metadata) {
    var shown = new HashMap<>(metadata);
    shown.remove(GIVEN_ETAG);
    return shown;
  }

  private static String nameOf(String key, String versionId) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + "/" + versionId;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void force(String bucket, String name) {
    if (folder != null) {
      var file = folder.resolve(bucket).resolve(name);
      DurableFiles.force(file);
      DurableFiles.force(file.resolveSibling(""));
      DurableFiles.force(folder.resolve(bucket));
    }
  }
}
