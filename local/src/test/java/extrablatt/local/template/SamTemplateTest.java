package extrablatt.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamTemplateTest {
  private static final Surroundings LOCAL =
      Surroundings.local(
          Map.of("JwtIssuer", "http://issuer"), new LocalNames("http://localhost:9324"));

  private final SamTemplate template = SamTemplate.parse(sample(), LOCAL);

  @Test
  void functionsHaveTheGlobalsUnderTheirOwnProperties() {
    var functions = template.functions();

    assertThat(functions)
        .extracting(Function::id, Function::handler, Function::timeout, Function::memory)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "DeliveryFunction",
                "extrablatt.delivery.DeliveryFunction::handleRequest",
                Duration.ofSeconds(10),
                512),
            org.assertj.core.groups.Tuple.tuple(
                "IngestFunction", "extrablatt.ingest.IngestFunction", Duration.ofSeconds(30), 512));
    assertThat(functions.getLast().environment())
        .containsExactly(Map.entry("TABLE_NAME", "extrablatt-content"));
  }

  @Test
  void variablesAreEvaluated() {
    assertThat(template.functions().getFirst().environment())
        .containsOnly(
            Map.entry("TABLE_NAME", "extrablatt-content"),
            Map.entry("QUEUE_URL", "http://localhost:9324/000000000000/extrablatt-ingest"),
            Map.entry("QUEUE_ARN", "arn:aws:sqs:eu-central-1:000000000000:extrablatt-ingest"),
            Map.entry("LIMIT", "20"),
            Map.entry("JOINED", "a|000000000000"),
            Map.entry("LITERAL", "${kept} eu-central-1"),
            Map.entry("LONG", "xextrablatt"));
  }

  @Test
  void whatSamMakesOfAFunctionHasANameToo() {
    var asking =
        SamTemplate.parse(
            """
            Resources:
              Asked: {Type: AWS::Serverless::Function, Properties: {Handler: a.B}}
              Asking:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  Environment:
                    Variables: {VERSION: !Ref Asked.Version, ALIAS: !Ref Asked.Alias}
            """,
            LOCAL);

    assertThat(asking.functions().getLast().environment().values())
        .containsOnly("arn:aws:lambda:eu-central-1:000000000000:function:Asked:live");
  }

  @Test
  void whatAConditionLeavesOutIsNotThere() {
    var withPool =
        SamTemplate.parse(sample(), Surroundings.local(Map.of(), new LocalNames("http://sqs")));

    assertThat(template.functions()).extracting(Function::id).doesNotContain("LeftOutFunction");
    assertThat(withPool.functions()).extracting(Function::id).contains("LeftOutFunction");
    assertThat(withPool.functions().getFirst().environment()).containsEntry("ENDPOINT", "pool");
  }

  @Test
  void triggersNameTheirSources() {
    assertThat(template.functions().getLast().triggers())
        .containsExactly(
            new Trigger.Sqs("IngestQueue", 5, Duration.ZERO, 3, true),
            new Trigger.Stream(
                "ContentTable",
                100,
                Duration.ZERO,
                "TRIM_HORIZON",
                null,
                false,
                false,
                List.of(),
                null),
            new Trigger.Schedule("rate(1 minute)", null, true, "aws.scheduler"));
  }

  @Test
  void anHttpApiHasItsAuthorizersItsCorsAndTheRoutesOfAllFunctions() {
    var api = template.httpApis().getFirst();

    assertThat(api.authorizers())
        .containsExactly(
            Map.entry(
                "Jwt",
                new JwtAuthorizer(
                    "Jwt",
                    "http://issuer",
                    Set.of("first", "second"),
                    "$request.header.Authorization")));
    assertThat(api.cors())
        .isEqualTo(
            new Cors(
                List.of("*"),
                List.of("GET", "POST"),
                List.of("authorization"),
                List.of("etag"),
                false,
                Duration.ofHours(1)));
    assertThat(api.routes())
        .containsExactly(
            new Route("GET", "/articles", "DeliveryFunction", null, Set.of()),
            new Route(
                "POST",
                "/newsroom/articles",
                "DeliveryFunction",
                "Jwt",
                Set.of("articles:write", "extrablatt/articles:write")),
            new Route("ANY", "/files/{proxy+}", "DeliveryFunction", "Jwt", Set.of()));
  }

  @Test
  void queuesHaveTheirTimesAndTheirDeadLetterQueue() {
    assertThat(template.queues())
        .containsExactly(
            new Queue(
                "IngestQueue",
                Duration.ofSeconds(180),
                Duration.ofDays(14),
                Duration.ZERO,
                new Queue.Redrive("IngestDeadLetterQueue", 5)),
            new Queue(
                "IngestDeadLetterQueue",
                Duration.ofSeconds(30),
                Duration.ofDays(4),
                Duration.ZERO,
                null));
  }

  @Test
  void tablesHaveKeysIndexesStreamAndTimeToLive() {
    assertThat(template.tables())
        .containsExactly(
            new Table(
                "ContentTable",
                new Table.Keys("pk", "sk"),
                Map.of("pk", "S", "sk", "S", "due", "N"),
                List.of(
                    new Table.Index(
                        "due", new Table.Keys("due", null), "INCLUDE", List.of("title"))),
                "NEW_AND_OLD_IMAGES",
                "expires"));
  }

  @Test
  void bucketsSayWhomTheyTell() {
    var bucket = template.buckets().getFirst();

    assertThat(bucket)
        .isEqualTo(
            new Bucket(
                "DropBucket",
                true,
                true,
                List.of(
                    new Bucket.Notification(
                        "s3:ObjectCreated:*", "IngestQueue", "publish/", ".txt"))));
    assertThat(bucket.notifications().getFirst().concerns("publish/demo/a.txt")).isTrue();
    assertThat(bucket.notifications().getFirst().concerns("drafts/demo/a.txt")).isFalse();
    assertThat(bucket.notifications().getFirst().concerns("publish/demo/a.json")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "aws.s3, extrablatt-drop, stray/a.txt, true",
    "aws.s3, extrablatt-drop, publish/a.txt, false",
    "aws.s3, another, stray/a.txt, false",
    "aws.sqs, extrablatt-drop, stray/a.txt, false"
  })
  void eventRulesLetThroughWhatTheirPatternSays(
      String source, String bucket, String key, boolean let) throws IOException {
    var rule = template.eventRules().getFirst();
    var event =
        new ObjectMapper()
            .readTree(
                """
                {"source": "%s", "detail": {"bucket": {"name": "%s"}, "object": {"key": "%s"}}}\
                """
                    .formatted(source, bucket, key));

    assertThat(rule.targets()).containsExactly("IngestQueue");
    assertThat(rule.pattern().matches(event)).isEqualTo(let);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !Ref Missing              | line 7: there is no parameter or resource Missing
          !Ref Needed               | line 7: parameter Needed has no value and no default
          !ImportValue Other        | line 7: cannot evaluate ImportValue
          !GetAtt Pool.Arn          | line 7: the local stack has no value for Pool.Arn (AWS::Cognito::UserPool)
          !Sub "${Missing.Arn}"     | line 7: there is no parameter or resource Missing
          !Select [3, [a, b]]       | line 7: there is no item 3 to select
          !If [Nowhere, a, b]       | line 7: there is no condition Nowhere
          !If [Endless, a, b]       | line 1: condition Endless refers to itself
          !Join [a]                 | line 7: Join needs a list of 2
          [a, b]                    | line 7: a string is expected here
          """)
  void whatItCannotEvaluateIsAnErrorWithItsLine(String value, String complaint) {
    var yaml =
        """
        Conditions: {Endless: !Condition Endless}
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Environment: {Variables: {
                A: %s
              }}
              Handler: a.B
          Pool:
            Type: AWS::Cognito::UserPool
        Parameters:
          Needed: {Type: String}
        """
            .formatted(value);

    assertThatThrownBy(() -> SamTemplate.parse(yaml, LOCAL).functions())
        .isInstanceOf(TemplateError.class)
        .hasMessage("template " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Resources: [               | template line 1: not YAML
          Resources: {A: {}}         | template line 1: resource A has no Type
          Resources: []              | template line 1: Resources is not a mapping
          plain                      | template line 1: the template is not a mapping
          """)
  void whatIsNoTemplateIsRefused(String yaml, String complaint) {
    assertThatThrownBy(() -> SamTemplate.parse(yaml, LOCAL).functions())
        .isInstanceOf(TemplateError.class)
        .hasMessageStartingWith(complaint);
  }

  private static String sample() {
    try (var stream = SamTemplateTest.class.getResourceAsStream("/template-sample.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
