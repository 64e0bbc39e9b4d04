package extrablatt.local.s3;

import java.time.Instant;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A copy put as a read of its source and a write of its target. */
final class ObjectCopies {
  private ObjectCopies() {}

  static GetObjectRequest sourceOf(CopyObjectRequest copy) {
    return GetObjectRequest.builder()
        .bucket(copy.sourceBucket())
        .key(copy.sourceKey())
        .versionId(copy.sourceVersionId())
        .ifMatch(copy.copySourceIfMatch())
        .ifNoneMatch(copy.copySourceIfNoneMatch())
        .ifModifiedSince(copy.copySourceIfModifiedSince())
        .ifUnmodifiedSince(copy.copySourceIfUnmodifiedSince())
        .build();
  }

  static PutObjectRequest targetOf(CopyObjectRequest copy, GetObjectResponse source) {
    var target = withContentOf(source);
    if (copy.metadataDirective() == MetadataDirective.REPLACE) {
      target
          .cacheControl(copy.cacheControl())
          .contentDisposition(copy.contentDisposition())
          .contentEncoding(copy.contentEncoding())
          .contentLanguage(copy.contentLanguage())
          .contentType(copy.contentType())
          .metadata(copy.metadata());
    }
    return target
        .bucket(copy.destinationBucket())
        .key(copy.destinationKey())
        .acl(copy.acl())
        .build();
  }

  static CopyObjectResponse responseOf(
      CopyObjectRequest copy, PutObjectResponse written, Instant now) {
    return SdkResponses.copyResponse(
        written.eTag(), now, written.versionId(), copy.sourceVersionId());
  }

  static PutObjectRequest.Builder withContentOf(GetObjectResponse object) {
    return PutObjectRequest.builder()
        .contentLength(object.contentLength())
        .cacheControl(object.cacheControl())
        .contentDisposition(object.contentDisposition())
        .contentEncoding(object.contentEncoding())
        .contentLanguage(object.contentLanguage())
        .contentType(object.contentType())
        .metadata(object.metadata());
  }
}
