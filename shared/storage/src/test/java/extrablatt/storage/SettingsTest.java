package extrablatt.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final URI STORE = URI.create("http://host.docker.internal:9000");

  @Test
  void aServiceIsElsewhereIfTheTemplateSaysSo() {
    assertThat(new Settings(Map.of("S3_ENDPOINT", STORE.toString())).endpoint("S3"))
        .contains(STORE);
  }

  @Test
  void aBlankEndpointMeansAws() {
    assertThat(new Settings(Map.of("S3_ENDPOINT", "")).endpoint("S3")).isEmpty();
    assertThat(new Settings(Map.of()).endpoint("S3")).isEmpty();
  }

  @Test
  void whatLambdaIsGivenCountsWhereTheTemplateSaysNothing() {
    var environment = Map.of("S3_ENDPOINT", "", "AWS_ENDPOINT_URL_S3", STORE.toString());

    assertThat(new Settings(environment).endpoint("S3")).contains(STORE);
  }
}
