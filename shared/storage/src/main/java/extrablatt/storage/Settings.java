package extrablatt.storage;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The environment's variables that say where the stores are. */
record Settings(Map<String, String> environment) {
  Settings {
    environment = Map.copyOf(environment);
  }

  String table() {
    return required("TABLE_NAME");
  }

  String contentBucket() {
    return required("CONTENT_BUCKET");
  }

  String dropBucket() {
    return required("DROP_BUCKET");
  }

  IngestQueueUrls ingestQueueUrls() {
    return new IngestQueueUrls(
        required("INGEST_QUEUE_URL"),
        required("LIVEBLOG_INGEST_QUEUE_URL"),
        required("MEDIA_INGEST_QUEUE_URL"));
  }

  String region() {
    return required("AWS_REGION");
  }

  /**
   * Where a service is reached instead of its usual address: the local stack. The template's own
   * variable may be blank, which one that the AWS SDK reads itself must not be; SAM CLI evaluates
   * no conditions that would leave it out.
   */
  Optional<URI> endpoint(String service) {
    return optional(service + "_ENDPOINT")
        .or(() -> optional("AWS_ENDPOINT_URL_" + service))
        .map(URI::create);
  }

  Optional<String> accessKeyId() {
    return optional("AWS_ACCESS_KEY_ID");
  }

  String secretAccessKey() {
    return required("AWS_SECRET_ACCESS_KEY");
  }

  Optional<String> sessionToken() {
    return optional("AWS_SESSION_TOKEN");
  }

  /** Whether credentials come from an address, as they do where a function is restored. */
  boolean hasContainerCredentials() {
    return optional("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent();
  }

  private String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("the environment lacks " + name));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
