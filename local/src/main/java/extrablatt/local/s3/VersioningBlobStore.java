package extrablatt.local.s3;

import extrablatt.local.s3.ObjectVersions.Kept;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * S3Proxy's store with versions and events for some buckets, which S3Proxy itself has only in
 * memory.
 *
 * <p>The bytes of a write go to the versions first, however slowly they come. Then, one write of a
 * key at a time, the object takes its sequencer, becomes the current one and is announced; only
 * then does the client hear of its success.
 */
final class VersioningBlobStore extends ForwardingBlobStore {
  /** S3Proxy's own objects, which hold the metadata of unfinished multipart uploads. */
  private static final String BOOKKEEPING = ".s3proxy-mpu-stub-";

  private static final String NO_VERSION = "null";
  private static final String PUT = "ObjectCreated:Put";
  private static final String COPY = "ObjectCreated:Copy";
  private static final String MULTIPART = "ObjectCreated:CompleteMultipartUpload";

  private final Map<String, List<String>> versionedBelow;
  private final Set<String> openBuckets;
  private final ObjectVersions versions;
  private final Announcements announcements;
  private final Sequencer sequencer;
  private final Clock clock;
  private final KeyLocks locks = new KeyLocks();

  VersioningBlobStore(
      BlobStore current,
      List<Bucket> buckets,
      ObjectVersions versions,
      Announcements announcements,
      Sequencer sequencer,
      Clock clock) {
    super(current);
    this.versionedBelow =
        buckets.stream()
            .filter(Bucket::isVersioned)
            .collect(Collectors.toMap(Bucket::name, Bucket::versionedBelow));
    this.openBuckets =
        buckets.stream()
            .filter(Bucket::openToUnsignedWrites)
            .map(Bucket::name)
            .collect(Collectors.toSet());
    this.versions = versions;
    this.announcements = announcements;
    this.sequencer = sequencer;
    this.clock = clock;
  }

  /** Announces what a crash left between being visible and being announced. */
  void recover() {
    for (var event : announcements.unfinished()) {
      var kept = visibleVersion(event);
      if (kept == null) {
        announcements.withdraw(event);
      } else {
        announcements.announce(completed(event, kept));
      }
    }
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    return isVersioned(request.bucket(), request.key())
        ? write(request, payload, PUT)
        : delegate().putBlob(request, payload);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    var versioned = isVersioned(request.destinationBucket(), request.destinationKey());
    if (!versioned && request.sourceVersionId() == null) {
      return delegate().copyBlob(request);
    }
    var source = getBlob(ObjectCopies.sourceOf(request));
    var target = ObjectCopies.targetOf(request, source.response());
    var written = versioned ? write(target, source, COPY) : delegate().putBlob(target, source);
    return ObjectCopies.responseOf(request, written, clock.instant());
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    var bucket = upload.containerName();
    var key = upload.blobName();
    return isVersioned(bucket, key)
        ? locks.during(bucket, key, () -> complete(upload, request))
        : delegate().completeMultipartUpload(upload, request);
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return namesVersion(request.bucket(), request.versionId())
        ? versions.head(request)
        : delegate().blobMetadata(request.toBuilder().versionId(null).build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return namesVersion(request.bucket(), request.versionId())
        ? versions.get(request)
        : delegate().getBlob(request.toBuilder().versionId(null).build());
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    if (namesVersion(request.bucket(), request.versionId())) {
      throw new UnsupportedOperationException("Versions are kept for ever");
    }
    return isVersioned(request.bucket(), request.key())
        ? locks.during(request.bucket(), request.key(), () -> delegate().removeBlob(request))
        : delegate().removeBlob(request);
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }

  @Override
  public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
    var response = GetBucketVersioningResponse.builder();
    return versionedBelow.containsKey(request.bucket())
        ? response.status(BucketVersioningStatus.ENABLED).build()
        : response.build();
  }

  /** Decided here, since S3Proxy would make an open bucket's folder writable for everybody. */
  @Override
  public BucketCannedACL getContainerAccess(String bucket) {
    return openBuckets.contains(bucket)
        ? BucketCannedACL.PUBLIC_READ_WRITE
        : BucketCannedACL.PRIVATE;
  }

  @Override
  public void close() {
    super.close();
    versions.close();
  }

  private PutObjectResponse write(PutObjectRequest request, InputStream bytes, String eventName) {
    var kept = versions.keep(newVersionId(), request, bytes);
    return locks.during(request.bucket(), request.key(), () -> publish(request, kept, eventName));
  }

  private PutObjectResponse publish(PutObjectRequest request, Kept kept, String eventName) {
    var event = noted(kept, eventName);
    PutObjectResponse response;
    try {
      response = delegate().putBlob(request, versions.get(reading(kept)));
    } catch (RuntimeException e) {
      announcements.withdraw(event);
      versions.forget(kept);
      throw e;
    }
    announcements.announce(event);
    return response.toBuilder().versionId(kept.versionId()).build();
  }

  private CompleteMultipartUploadResponse complete(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    var bucket = upload.containerName();
    var key = upload.blobName();
    var event = noted(new Kept(bucket, key, newVersionId(), "", 0), MULTIPART);
    CompleteMultipartUploadResponse response;
    try {
      response = delegate().completeMultipartUpload(upload, request);
    } catch (RuntimeException e) {
      announcements.withdraw(event);
      throw e;
    }
    var kept = versions.keepCopy(event.versionId(), bucket, key, delegate());
    announcements.announce(completed(event, kept));
    return response.toBuilder().versionId(kept.versionId()).build();
  }

  /** The version that a note is about, if its object became the current one. */
  private @Nullable Kept visibleVersion(ObjectCreated event) {
    var current = delegate().blobMetadataIfPresent(event.bucket(), event.key());
    if (current == null) {
      return null;
    }
    var kept = versions.find(event.bucket(), event.key(), event.versionId());
    if (kept != null) {
      return kept.eTag().equals(ObjectVersions.unquoted(current.eTag())) ? kept : null;
    }
    // A multipart upload becomes visible first; its bytes are kept after that.
    return event.eventName().equals(MULTIPART)
            && !current.lastModified().isBefore(event.eventTime())
        ? versions.keepCopy(event.versionId(), event.bucket(), event.key(), delegate())
        : null;
  }

  private ObjectCreated noted(Kept kept, String eventName) {
    var event =
        new ObjectCreated(
            kept.bucket(),
            kept.key(),
            kept.versionId(),
            sequencer.next(),
            kept.size(),
            kept.eTag(),
            clock.instant(),
            eventName);
    announcements.note(event);
    return event;
  }

  private static ObjectCreated completed(ObjectCreated event, Kept kept) {
    return new ObjectCreated(
        event.bucket(),
        event.key(),
        event.versionId(),
        event.sequencer(),
        kept.size(),
        kept.eTag(),
        event.eventTime(),
        event.eventName());
  }

  private static GetObjectRequest reading(Kept kept) {
    return GetObjectRequest.builder()
        .bucket(kept.bucket())
        .key(kept.key())
        .versionId(kept.versionId())
        .build();
  }

  private boolean isVersioned(String bucket, String key) {
    return !key.startsWith(BOOKKEEPING)
        && versionedBelow.getOrDefault(bucket, List.of()).stream().anyMatch(key::startsWith);
  }

  private boolean namesVersion(String bucket, @Nullable String versionId) {
    if (versionId == null || versionId.equals(NO_VERSION)) {
      return false;
    }
    if (!versionedBelow.containsKey(bucket)) {
      throw new UnsupportedOperationException("This bucket has no versions");
    }
    return true;
  }

  private static String newVersionId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
