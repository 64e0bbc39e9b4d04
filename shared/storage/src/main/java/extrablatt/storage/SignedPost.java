package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.Busy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
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
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final String service;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(ANSWER).socketTimeout(ANSWER).build();

  /** Posts to the service with that signing name, in the environment's region. */
  public SignedPost(String service, Map<String, String> environment) {
    var settings = new Settings(environment);
    this.service = service;
    this.region = settings.region();
    this.credentials = new Connection(settings).credentials();
  }

  /**
   * The status that is answered.
   *
   * @throws Busy if there is no answer in time
   */
  public int send(URI address, String contentType, Bytes body) {
    var payload = ContentStreamProvider.fromByteArrayUnsafe(body.array());
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Type", contentType)
            .putHeader("Content-Length", Integer.toString(body.length()))
            .build();
    var signed =
        signer.sign(sign ->
            sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      var answer =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(payload)
                      .build())
              .call();
      answer.responseBody().ifPresent(stream -> stream.abort());
      return answer.httpResponse().statusCode();
    } catch (IOException noAnswer) {
      var busy = new Busy("no answer from " + service, ANSWER);
      busy.initCause(noAnswer);
      throw busy;
    }
  }
}
