package extrablatt.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function that only reads from DynamoDB loads nothing of the other services when it starts. */
final class LoadedClassesTest {
  /** What such a function does. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) {
      var environment =
          Map.of(
              "AWS_REGION", "eu-central-1",
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local",
              "TABLE_NAME", "extrablatt",
              "CONTENT_BUCKET", "content",
              "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1");
      try (var storage = Storage.from(environment)) {
        storage.prime();
      }
    }
  }

  @Test
  void aReaderLoadsNeitherS3NorSqs() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName())
            .redirectErrorStream(true)
            .start();

    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(output).contains("software.amazon.awssdk.services.dynamodb.DynamoDbClient");
    assertThat(output)
        .doesNotContain("software.amazon.awssdk.services.s3.")
        .doesNotContain("software.amazon.awssdk.services.sqs.")
        .doesNotContain("io.netty");
  }
}
