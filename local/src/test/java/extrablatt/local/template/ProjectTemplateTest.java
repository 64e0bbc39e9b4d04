package extrablatt.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The project's own template, as the local stack reads it. */
class ProjectTemplateTest {

  @Test
  void everythingTheLocalStackNeedsIsThere() throws Exception {
    var template =
        SamTemplate.read(
            Path.of("../template.yaml"),
            Surroundings.local(Map.of("JwtIssuer", "http://issuer"), new LocalNames("http://sqs")));

    assertThat(template.functions()).isNotEmpty();
    assertThat(template.queues()).isNotEmpty();
    assertThat(template.tables()).hasSize(1);
    assertThat(template.buckets()).extracting(Bucket::id).contains("DropBucket", "ContentBucket");
    assertThat(template.eventRules()).isNotEmpty();
    assertThat(template.httpApis()).hasSize(1);
    assertThat(template.httpApis().getFirst().routes())
        .filteredOn(route -> route.path().startsWith("/newsroom"))
        .isNotEmpty()
        .allSatisfy(route -> assertThat(route.scopes()).isNotEmpty());
    assertThat(template.httpApis().getFirst().authorizers().get("Jwt"))
        .isEqualTo(
            new JwtAuthorizer(
                "Jwt", "http://issuer", Set.of("extrablatt"), "$request.header.Authorization"));
  }
}
