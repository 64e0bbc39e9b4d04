package extrablatt.local.s3;

import extrablatt.local.AccessKey;
import extrablatt.local.iam.Permissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A running S3 with a drop bucket and a closed one, its clients, and what it announced. */
final class RunningS3 implements AutoCloseable {
  static final String DROP = "drop";
  static final String CONTENT = "content";
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(AccessKey.LOCAL.id(), AccessKey.LOCAL.secret()));
  private static final S3Configuration PATH_STYLE =
      S3Configuration.builder().pathStyleAccessEnabled(true).build();

  final List<ObjectCreated> events = new CopyOnWriteArrayList<>();
  final S3Client client;
  private final LocalS3 server;
  private final HttpClient http = HttpClient.newHttpClient();

  RunningS3(@Nullable Path folder) {
    var buckets = List.of(Bucket.drop(DROP), Bucket.closed(CONTENT));
    server =
        LocalS3.start(
            new LocalS3.Settings(
                "127.0.0.1", 0, folder, AccessKey.LOCAL, Permissions.none(), buckets),
            events::add,
            Clock.systemUTC());
    client = clientOf(server.endpoint());
  }

  static RunningS3 onDisk() {
    try {
      return new RunningS3(Files.createTempDirectory(Path.of("target"), "s3"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RunningS3 inMemory() {
    return new RunningS3(null);
  }

  static S3Client clientOf(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(CREDENTIALS)
        .serviceConfiguration(PATH_STYLE)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  URI url(String path) {
    return server.endpoint().resolve(path);
  }

  HttpResponse<String> put(URI url, String body) {
    return send(HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A URL signed with any clock, which the SDK's presigner does not offer. */
  URI presignedPut(String path, Duration duration, Clock clock) {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.PUT).uri(url(path)).build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(sign ->
                sign.identity(CREDENTIALS.resolveCredentials())
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, duration)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    return signed.request().getUri();
  }

  Optional<String> find(String bucket, String key) {
    try {
      return Optional.of(
          client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  String read(String bucket, String key, String versionId) {
    return client
        .getObjectAsBytes(get -> get.bucket(bucket).key(key).versionId(versionId))
        .asUtf8String();
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
    client.close();
    server.close();
  }
}
