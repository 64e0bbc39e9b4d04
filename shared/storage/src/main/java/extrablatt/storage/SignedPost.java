package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Posts to an AWS service for which there is no client here, signed with the environment's
 * credentials (Signature Version 4).
 */
public final class SignedPost {
  private static final Duration CONNECTION = Duration.ofSeconds(3);

  private final String service;
  private final String region;
  private final Duration patience;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http;

  /** What is answered. */
  public record Answer(int status, Map<String, List<String>> headers, Bytes body) {
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** Whether there is a header of that name, however it is spelt. */
    public boolean has(String header) {
      return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
    }
  }

  /** Posts to the service with that signing name, in the environment's region. */
  public SignedPost(String service, Map<String, String> environment) {
    this(service, new Settings(environment).region(), CONNECTION, environment);
  }

  /** Posts to the service in that region, and waits for so long for an answer. */
  public SignedPost(
      String service, String region, Duration patience, Map<String, String> environment) {
    this.service = service;
    this.region = region;
    this.patience = patience;
    this.credentials = new Connection(new Settings(environment)).credentials();
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECTION)
            .socketTimeout(patience)
            .build();
  }

  /** Posts to the service in the environment's region, and waits for so long for an answer. */
  public static SignedPost patient(
      String service, Duration patience, Map<String, String> environment) {
    return new SignedPost(service, new Settings(environment).region(), patience, environment);
  }

  /**
   * The status that is answered.
   *
   * @throws Busy if there is no answer in time
   */
  public int send(URI address, String contentType, Bytes body) {
    return post(address, Map.of("Content-Type", contentType), body).status();
  }

  /**
   * The answer, whole.
   *
   * @throws Busy if there is none in time
   */
  public Answer post(URI address, Map<String, String> headers, Bytes body) {
    var payload = ContentStreamProvider.fromByteArrayUnsafe(body.array());
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Length", Integer.toString(body.length()));
    headers.forEach(request::putHeader);
    try {
      var answer =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed(request.build(), payload))
                      .contentStreamProvider(payload)
                      .build())
              .call();
      return new Answer(
          answer.httpResponse().statusCode(), answer.httpResponse().headers(), body(answer));
    } catch (IOException noAnswer) {
      var busy = new Busy("no answer from " + service, patience);
      busy.initCause(noAnswer);
      throw busy;
    }
  }

  private SdkHttpRequest signed(SdkHttpRequest request, ContentStreamProvider payload) {
    return signer
        .sign(sign ->
            sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region))
        .request();
  }

  private static Bytes body(HttpExecuteResponse answer) throws IOException {
    var stream = answer.responseBody().orElse(null);
    if (stream == null) return Bytes.of(new byte[0]);
    try (stream) {
      return Bytes.of(stream.readAllBytes());
    }
  }
}
