package extrablatt.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTemplateTest {
  private static final Surroundings LOCAL =
      Surroundings.local(Map.of(), new LocalNames("http://localhost:9324"));

  @Test
  void aSocketApiHasItsRoutes() throws Exception {
    var api = read().socketApis().getFirst();

    assertThat(api.stage()).isEqualTo("live");
    assertThat(api.selection()).isEqualTo("/action");
    assertThat(api.routes())
        .containsOnly(
            Map.entry("$connect", new SocketApi.Route("Sockets", false)),
            Map.entry("subscribe", new SocketApi.Route("Sockets", false)),
            Map.entry("$disconnect", new SocketApi.Route("Sockets", false)));
  }

  @Test
  void anAnswerIsSentWhereTheRouteHasAResponse() {
    var api =
        SamTemplate.parse(
                """
                Resources:
                  Chat:
                    Type: AWS::Serverless::WebSocketApi
                    Properties:
                      RouteSelectionExpression: "${request.body.to.what}"
                      Routes:
                        askAll: {FunctionArn: !GetAtt F.Arn, RouteResponseSelectionExpression: $default}
                        tell: {FunctionArn: !GetAtt F.Arn, RouteResponseSelectionExpression: $default}
                  Answer:
                    Type: AWS::ApiGatewayV2::RouteResponse
                    Properties: {ApiId: !Ref Chat, RouteId: !Ref ChatAskallRoute, RouteResponseKey: $default}
                """,
                LOCAL)
            .socketApis()
            .getFirst();

    assertThat(api.selection()).isEqualTo("/to/what");
    assertThat(api.routes())
        .containsOnly(
            Map.entry("askAll", new SocketApi.Route("F", true)),
            Map.entry("tell", new SocketApi.Route("F", false)));
  }

  @Test
  void whatAStreamSaysOfFailuresIsRead() throws Exception {
    var stream = (Trigger.Stream) read().functions().getFirst().triggers().getFirst();

    assertThat(stream.maximumRetries()).isEqualTo(1);
    assertThat(stream.reportsFailures()).isTrue();
    assertThat(stream.failureQueue()).isEqualTo("GivenUpQueue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ["INSERT"]                                         | INSERT        | true
          ["INSERT"]                                         | MODIFY        | false
          [{"prefix": "IN"}, "MODIFY"]                       | MODIFY        | true
          [{"suffix": "FY"}]                                 | MODIFY        | true
          [{"exists": true}]                                 | MODIFY        | true
          [{"exists": true}]                                 |               | false
          [{"exists": false}]                                |               | true
          [{"exists": false}]                                | MODIFY        | false
          [{"anything-but": ["INSERT", "REMOVE"]}]           | MODIFY        | true
          [{"anything-but": ["INSERT", "REMOVE"]}]           | REMOVE        | false
          [{"anything-but": {"prefix": "RE"}}]               | REMOVE        | false
          [{"anything-but": "REMOVE"}]                       |               | false
          """)
  void aFilterLetsThroughWhatItsPatternSays(String tests, String value, boolean let)
      throws IOException {
    var stream =
        streamWith("{\"dynamodb\": {\"NewImage\": {\"op\": {\"S\": %s}}}}".formatted(tests));
    var image = value == null ? "{}" : "{\"op\": {\"S\": \"%s\"}}".formatted(value);

    var record = new JsonMapper().readTree("{\"dynamodb\": {\"NewImage\": %s}}".formatted(image));

    assertThat(stream.lets(record)).isEqualTo(let);
  }

  @Test
  void aFilterThatTheLocalStackDoesNotKnowIsAnError() {
    assertThatThrownBy(() -> streamWith("{\"a\": [{\"numeric\": [\">\", 1]}]}"))
        .isInstanceOf(TemplateError.class)
        .hasMessage("template line 13: cannot match by numeric");
    assertThatThrownBy(() -> streamWith("{\"$or\": [{\"a\": [1]}]}"))
        .isInstanceOf(TemplateError.class)
        .hasMessage("template line 13: cannot match by $or");
  }

  private static Trigger.Stream streamWith(String pattern) {
    var template =
        SamTemplate.parse(
            """
            Resources:
              Rows: {Type: AWS::DynamoDB::Table}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: F
                  Events:
                    Rows:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Rows.StreamArn
                        StartingPosition: LATEST
                        FilterCriteria: {Filters: [{Pattern: '%s'}]}
            """
                .formatted(pattern),
            LOCAL);
    return (Trigger.Stream) template.functions().getFirst().triggers().getFirst();
  }

  private static SamTemplate read() throws IOException {
    return SamTemplate.read(Path.of("src/test/resources/live-template.yaml"), LOCAL);
  }
}
