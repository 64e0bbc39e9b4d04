package extrablatt.local.s3;

import static extrablatt.local.s3.RunningS3.CONTENT;
import static extrablatt.local.s3.RunningS3.DROP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ParameterizedClass
@MethodSource("stores")
final class LocalS3Test {
  private final RunningS3 s3;

  LocalS3Test(RunningS3 s3) {
    this.s3 = s3;
  }

  static Stream<RunningS3> stores() {
    return Stream.<Supplier<RunningS3>>of(RunningS3::onDisk, RunningS3::inMemory)
        .map(Supplier::get);
  }

  @Test
  void anObjectComesBackWithItsMetadataAndByRange() {
    s3.client.putObject(
        put ->
            put.bucket(CONTENT)
                .key("public/a b.json")
                .contentType("application/json")
                .cacheControl("max-age=60")
                .metadata(Map.of("topic", "=?UTF-8?B?SMOkZmVu?=")),
        RequestBody.fromString("{\"a\":1}"));

    var read = s3.client.getObjectAsBytes(get -> get.bucket(CONTENT).key("public/a b.json"));
    var part =
        s3.client.getObjectAsBytes(
            get -> get.bucket(CONTENT).key("public/a b.json").range("bytes=1-3"));

    assertThat(read.asUtf8String()).isEqualTo("{\"a\":1}");
    assertThat(read.response().contentType()).isEqualTo("application/json");
    assertThat(read.response().cacheControl()).isEqualTo("max-age=60");
    assertThat(read.response().metadata()).isEqualTo(Map.of("topic", "=?UTF-8?B?SMOkZmVu?="));
    assertThat(read.response().versionId()).isNull();
    assertThat(part.asUtf8String()).isEqualTo("\"a\"");
    assertThat(s3.events).noneMatch(event -> event.bucket().equals(CONTENT));
  }

  @Test
  void anybodyMayWriteToTheDropBucketOnly() {
    var dropped = s3.put(s3.url("/drop/publish/demo/x.txt"), "plain");
    var refused = s3.put(s3.url("/content/publish/demo/x.txt"), "plain");

    assertThat(dropped.statusCode()).isEqualTo(200);
    assertThat(dropped.headers().firstValue("x-amz-version-id")).isPresent();
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(s3.events).anyMatch(event -> event.key().equals("publish/demo/x.txt"));
  }

  @Test
  void aPresignedUrlLetsInWhatWasSignedAndNothingElse() {
    var presigned = presigned("uploads/1/clip.mp4", Duration.ofMinutes(5), Clock.systemUTC());

    assertThat(s3.put(presigned, "clip").statusCode()).isEqualTo(200);
    assertThat(s3.put(tampered(presigned), "clip").statusCode()).isEqualTo(403);
  }

  @Test
  void aPresignedUrlEnds() {
    var yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));

    var expired = presigned("uploads/1/clip.mp4", Duration.ofMinutes(5), yesterday);

    assertThat(s3.put(expired, "clip").statusCode()).isEqualTo(403);
  }

  @Test
  void eachVersionKeepsItsBytesMetadataAndETag() {
    var first = drop("publish/demo/twice.txt", "first", Map.of("guid", "a"));
    var second = drop("publish/demo/twice.txt", "second one", Map.of("guid", "b"));

    var old =
        s3.client.getObjectAsBytes(
            get -> get.bucket(DROP).key("publish/demo/twice.txt").versionId(first));
    var head =
        s3.client.headObject(
            get -> get.bucket(DROP).key("publish/demo/twice.txt").versionId(second));
    var latest = s3.client.getObjectAsBytes(get -> get.bucket(DROP).key("publish/demo/twice.txt"));

    assertThat(old.asUtf8String()).isEqualTo("first");
    assertThat(old.response().metadata()).isEqualTo(Map.of("guid", "a"));
    assertThat(old.response().contentType()).isEqualTo("text/plain");
    assertThat(old.response().versionId()).isEqualTo(first);
    assertThat(head.metadata()).isEqualTo(Map.of("guid", "b"));
    assertThat(head.contentLength()).isEqualTo(10);
    assertThat(latest.asUtf8String()).isEqualTo("second one");
    assertThat(latest.response().eTag()).isEqualTo(head.eTag());
  }

  @Test
  void aVersionOfAnotherKeyOrNoneIsNotFound() {
    var version = drop("publish/demo/mine.txt", "mine", Map.of());

    assertThatThrownBy(() ->
            s3.client.getObjectAsBytes(
                get -> get.bucket(DROP).key("publish/demo/other.txt").versionId(version)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void versionsStayOutOfListings() {
    drop("listed/one.txt", "a", Map.of());
    drop("listed/one.txt", "b", Map.of());

    var listed = s3.client.listObjectsV2(list -> list.bucket(DROP).prefix("listed/"));
    var buckets = s3.client.listBuckets().buckets();

    assertThat(listed.contents()).hasSize(1);
    assertThat(buckets)
        .extracting(bucket -> bucket.name())
        .containsExactlyInAnyOrder(DROP, CONTENT);
  }

  @Test
  void aDeletedObjectIsGoneWhileItsVersionsStay() {
    var version = drop("publish/demo/gone.txt", "gone", Map.of());

    s3.client.deleteObject(delete -> delete.bucket(DROP).key("publish/demo/gone.txt"));

    assertThat(s3.find(DROP, "publish/demo/gone.txt")).isEmpty();
    assertThat(
            s3.client
                .getObjectAsBytes(
                    get -> get.bucket(DROP).key("publish/demo/gone.txt").versionId(version))
                .asUtf8String())
        .isEqualTo("gone");
  }

  @Test
  void aVersionCanBeCopiedToBothKindsOfBucket() {
    var version = drop("publish/demo/source.txt", "original", Map.of("guid", "g"));
    drop("publish/demo/source.txt", "overwritten", Map.of());

    var copied =
        s3.client.copyObject(copy ->
            copy.sourceBucket(DROP)
                .sourceKey("publish/demo/source.txt")
                .sourceVersionId(version)
                .destinationBucket(DROP)
                .destinationKey("rejected/1/source.txt"));
    s3.client.copyObject(copy ->
        copy.sourceBucket(DROP)
            .sourceKey("publish/demo/source.txt")
            .sourceVersionId(version)
            .destinationBucket(CONTENT)
            .destinationKey("originals/source.txt")
            .metadataDirective(MetadataDirective.REPLACE)
            .metadata(Map.of("new", "yes")));

    var inDrop = s3.client.getObjectAsBytes(get -> get.bucket(DROP).key("rejected/1/source.txt"));
    var inContent =
        s3.client.getObjectAsBytes(get -> get.bucket(CONTENT).key("originals/source.txt"));
    assertThat(inDrop.asUtf8String()).isEqualTo("original");
    assertThat(inDrop.response().metadata()).isEqualTo(Map.of("guid", "g"));
    assertThat(inContent.asUtf8String()).isEqualTo("original");
    assertThat(inContent.response().metadata()).isEqualTo(Map.of("new", "yes"));
    assertThat(s3.events)
        .anyMatch(event ->
            event.eventName().equals("ObjectCreated:Copy")
                && event.versionId().equals(copied.versionId()));
  }

  @Test
  void aMultipartUploadIsOneVersionAndOneEvent() {
    var key = "media/demo/clip.mp4";
    var bytes = new byte[6 * 1024 * 1024];
    new Random(1).nextBytes(bytes);

    var upload =
        s3.client.createMultipartUpload(
            create -> create.bucket(DROP).key(key).metadata(Map.of("title", "Clip")));
    var parts =
        IntStream.of(1, 2)
            .mapToObj(number -> {
              var slice =
                  number == 1
                      ? Arrays.copyOf(bytes, 5 * 1024 * 1024)
                      : Arrays.copyOfRange(bytes, 5 * 1024 * 1024, bytes.length);
              var eTag =
                  s3.client
                      .uploadPart(
                          part ->
                              part.bucket(DROP)
                                  .key(key)
                                  .uploadId(upload.uploadId())
                                  .partNumber(number),
                          RequestBody.fromBytes(slice))
                      .eTag();
              return CompletedPart.builder().partNumber(number).eTag(eTag).build();
            })
            .toList();
    var done =
        s3.client.completeMultipartUpload(complete ->
            complete
                .bucket(DROP)
                .key(key)
                .uploadId(upload.uploadId())
                .multipartUpload(all -> all.parts(parts)));

    var version =
        s3.client.getObjectAsBytes(get -> get.bucket(DROP).key(key).versionId(done.versionId()));
    assertThat(version.asByteArray()).isEqualTo(bytes);
    assertThat(version.response().metadata()).isEqualTo(Map.of("title", "Clip"));
    assertThat(version.response().eTag()).isEqualTo(done.eTag()).endsWith("-2\"");
    assertThat(s3.events.stream().filter(event -> event.key().equals(key)))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.eventName()).isEqualTo("ObjectCreated:CompleteMultipartUpload");
          assertThat(event.size()).isEqualTo(bytes.length);
          assertThat('"' + event.eTag() + '"').isEqualTo(done.eTag());
        });
  }

  @Test
  void aRefusedConditionalWriteLeavesNoEvent() {
    drop("publish/demo/once.txt", "once", Map.of());

    var refused =
        s3.send(
            HttpRequest.newBuilder(s3.url("/drop/publish/demo/once.txt"))
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString("twice")));

    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(s3.events.stream().filter(event -> event.key().equals("publish/demo/once.txt")))
        .hasSize(1);
  }

  @Test
  void aSessionTokenDoesNoHarm() {
    var answered =
        s3.send(
            HttpRequest.newBuilder(s3.url("/drop/publish/demo/token.txt"))
                .header("x-amz-security-token", "token")
                .PUT(HttpRequest.BodyPublishers.ofString("text")));

    assertThat(answered.statusCode()).isEqualTo(200);
  }

  private String drop(String key, String text, Map<String, String> metadata) {
    return s3.client
        .putObject(
            put -> put.bucket(DROP).key(key).contentType("text/plain").metadata(metadata),
            RequestBody.fromBytes(text.getBytes(UTF_8)))
        .versionId();
  }

  private URI presigned(String key, Duration duration, Clock clock) {
    return s3.presignedPut("/" + CONTENT + "/" + key, duration, clock);
  }

  private static URI tampered(URI presigned) {
    return URI.create(presigned.toString().replace("clip.mp4", "other.mp4"));
  }
}
