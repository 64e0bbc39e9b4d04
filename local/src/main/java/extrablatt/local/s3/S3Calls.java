package extrablatt.local.s3;

import extrablatt.local.iam.Call;
import extrablatt.local.template.Arns;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request asks of S3, in the actions that policies name ("Actions, resources, and condition
 * keys for Amazon S3" of the service authorization reference).
 *
 * @param bucket empty for the service itself
 * @param key empty for the bucket itself
 */
record S3Calls(HttpServletRequest request, String bucket, String key) {
  private static final String COPY_SOURCE = "x-amz-copy-source";

  static S3Calls of(HttpServletRequest request) {
    var path = decoded(request.getRequestURI().substring(1));
    int slash = path.indexOf('/');
    return slash < 0
        ? new S3Calls(request, path, "")
        : new S3Calls(request, path.substring(0, slash), path.substring(slash + 1));
  }

  /** All that has to be allowed for it. */
  List<Call> calls() {
    if (bucket.isEmpty()) return List.of(Call.of("s3:ListAllMyBuckets", "*"));
    return key.isEmpty() ? List.of(onBucket()) : onObject();
  }

  /** Whether it reads an object, so that S3 tells only some callers that there is none. */
  boolean readsObject() {
    return !key.isEmpty() && isRead() && !has("uploadId");
  }

  /** What a caller may do who is told that an object, or a version of it, is not there. */
  List<Call> toldOfMissing() {
    var list = Call.of("s3:ListBucket", Arns.bucket(bucket));
    return has("versionId")
        ? List.of(list, Call.of("s3:ListBucketVersions", Arns.bucket(bucket)))
        : List.of(list);
  }

  private Call onBucket() {
    var action =
        switch (request.getMethod()) {
          case "GET" -> listing();
          case "HEAD" -> "s3:ListBucket";
          case "PUT" -> has("acl") ? "s3:PutBucketAcl" : "s3:CreateBucket";
          case "DELETE" -> "s3:DeleteBucket";
          case "POST" -> "s3:DeleteObject";
          default -> "s3:" + request.getMethod();
        };
    return Call.of(
        action, action.equals("s3:DeleteObject") ? Arns.object(bucket, "*") : Arns.bucket(bucket));
  }

  private String listing() {
    if (has("versions")) return "s3:ListBucketVersions";
    if (has("uploads")) return "s3:ListBucketMultipartUploads";
    if (has("location")) return "s3:GetBucketLocation";
    return has("acl") ? "s3:GetBucketAcl" : "s3:ListBucket";
  }

  private List<Call> onObject() {
    var object = Arns.object(bucket, key);
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> List.of(Call.of(reading(), object));
      case "PUT" -> written(object);
      case "POST" -> List.of(Call.of("s3:PutObject", object));
      case "DELETE" -> List.of(Call.of(removing(), object));
      default -> List.of(Call.of("s3:" + request.getMethod(), object));
    };
  }

  private boolean isRead() {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private String reading() {
    if (has("uploadId")) return "s3:ListMultipartUploadParts";
    var what = has("tagging") ? "ObjectTagging" : has("acl") ? "ObjectAcl" : "Object";
    return has("versionId") ? versioned("s3:Get", what) : "s3:Get" + what;
  }

  private static String versioned(String verb, String what) {
    return verb + what.replaceFirst("Object", "ObjectVersion");
  }

  private String removing() {
    if (has("uploadId")) return "s3:AbortMultipartUpload";
    return has("versionId") ? "s3:DeleteObjectVersion" : "s3:DeleteObject";
  }

  private List<Call> written(String object) {
    if (has("tagging")) return List.of(Call.of("s3:PutObjectTagging", object));
    if (has("acl")) return List.of(Call.of("s3:PutObjectAcl", object));
    var calls = new ArrayList<Call>();
    calls.add(Call.of("s3:PutObject", object));
    var source = request.getHeader(COPY_SOURCE);
    if (source != null) calls.addAll(copied(source, object));
    return calls;
  }

  /**
   * A copy takes tags along unless it names new ones, and needs the rights to if the source has
   * any. Whether a source will have tags on AWS is not known here, so it is taken to.
   */
  private List<Call> copied(String header, String target) {
    int query = header.indexOf("?versionId=");
    var path = decoded(query < 0 ? header : header.substring(0, query));
    var source = "arn:aws:s3:::" + (path.startsWith("/") ? path.substring(1) : path);
    var object = query < 0 ? "Object" : "ObjectVersion";
    var calls = new ArrayList<Call>();
    calls.add(Call.of("s3:Get" + object, source));
    if (!"REPLACE".equals(request.getHeader("x-amz-tagging-directive"))) {
      calls.add(Call.of("s3:Get" + object + "Tagging", source));
      calls.add(Call.of("s3:PutObjectTagging", target));
    }
    return calls;
  }

  private boolean has(String parameter) {
    return request.getParameterMap().containsKey(parameter);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
