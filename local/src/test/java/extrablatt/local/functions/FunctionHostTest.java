package extrablatt.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import extrablatt.local.template.Function;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionHostTest {
  private static final FunctionSurroundings SURROUNDINGS =
      new FunctionSurroundings(
          "eu-central-1",
          "secret",
          "http://dynamo",
          "http://s3",
          "http://sqs",
          "http://here",
          null);

  @Test
  void aStreamHandlerSeesTheEventItsVariablesAndLambdas() throws Exception {
    try (var host = host(Echo.class, Map.of("TABLE_NAME", "table"))) {
      var answer = text(host.call("F", "{}".getBytes(StandardCharsets.UTF_8)));

      assertThat(answer).isEqualTo("{} table eu-central-1 http://dynamo F true");
    }
  }

  @Test
  void theSiteIsHereUnlessTheTemplateSaysOtherwise() {
    assertThat(site(Map.of("SITE_URL", ""))).isEqualTo("http://here");
    assertThat(site(Map.of("SITE_URL", "https://news.example"))).isEqualTo("https://news.example");
    assertThat(site(Map.of())).isNull();
  }

  @Test
  void aFunctionsOwnEndpointWins() throws Exception {
    try (var host =
        host(Echo.class, Map.of("TABLE_NAME", "t", "AWS_ENDPOINT_URL_DYNAMODB", "own"))) {
      assertThat(text(host.call("F", new byte[0]))).contains(" own ");
    }
  }

  @Test
  void aTypedHandlerGetsThePojoOfTheRuntime() throws Exception {
    try (var host = host(FailsTheSecond.class, Map.of())) {
      var trigger =
          new SqsTrigger("F", "arn:aws:sqs:eu-central-1:0:q", "eu-central-1", true, host::call);

      assertThat(trigger.failed(List.of(message("1"), message("2"), message("3"))))
          .containsExactly("2");
    }
  }

  @Test
  void anErrorOfTheCodeIsTheCause() throws Exception {
    try (var host = host(Throws.class, Map.of())) {
      assertThatThrownBy(() -> host.call("F", new byte[0]))
          .isInstanceOf(FunctionError.class)
          .hasRootCauseMessage("broken");
    }
  }

  @Test
  void aSlowFunctionIsInterruptedAtItsTimeout() throws Exception {
    try (var host = host(Slow.class, Map.of(), Duration.ofMillis(50))) {
      assertThatThrownBy(() -> host.call("F", new byte[0])).isInstanceOf(TimeoutException.class);
      assertThat(Slow.INTERRUPTED.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingClosesHandlers() throws Exception {
    host(Closeable.class, Map.of()).close();

    assertThat(Closeable.CLOSED.getCount()).isZero();
  }

  @Test
  void aHandlerThatCannotBeStartedSaysWhy() {
    assertThatThrownBy(() -> host("nowhere.Missing::handleRequest"))
        .hasMessage("F: there is no class nowhere.Missing");
    assertThatThrownBy(() -> host(Object.class, Map.of()))
        .hasMessage("F: java.lang.Object has no public constructor that takes the environment");
    assertThatThrownBy(() -> host(FailsAtStart.class, Map.of()))
        .hasRootCauseMessage("TABLE_NAME is missing");
    assertThatThrownBy(() -> host(NoHandler.class, Map.of()))
        .hasMessageContaining("is no handler of the Lambda runtime");
  }

  private static @Nullable String site(Map<String, String> variables) {
    return SURROUNDINGS.environmentOf(function("handler", variables)).get("SITE_URL");
  }

  private static Function function(String handler, Map<String, String> environment) {
    return new Function(
        "F", handler, environment, Duration.ofSeconds(3), 512, List.of(), null, null, false);
  }

  private static FunctionHost host(Class<?> type, Map<String, String> environment) {
    return host(type, environment, Duration.ofSeconds(3));
  }

  private static FunctionHost host(
      Class<?> type, Map<String, String> environment, Duration timeout) {
    return start(
        new Function(
            "F",
            type.getName() + "::handleRequest",
            environment,
            timeout,
            512,
            List.of(),
            null,
            null,
            false));
  }

  private static FunctionHost host(String handler) {
    return start(function(handler, Map.of()));
  }

  private static FunctionHost start(Function function) {
    return FunctionHost.start(List.of(function), SURROUNDINGS, Clock.systemUTC());
  }

  private static SqsMessage message(String id) {
    return new SqsMessage(id, "handle", "body " + id, Map.of(), Map.of());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public static final class Echo implements RequestStreamHandler {
    private final Map<String, String> environment;

    public Echo(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      var words =
          List.of(
              text(input.readAllBytes()),
              environment.getOrDefault("TABLE_NAME", ""),
              environment.getOrDefault("AWS_REGION", ""),
              environment.getOrDefault("AWS_ENDPOINT_URL_DYNAMODB", ""),
              context.getFunctionName(),
              String.valueOf(context.getRemainingTimeInMillis() > 0));
      output.write(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
    }
  }

  public static final class FailsTheSecond implements RequestHandler<SQSEvent, SQSBatchResponse> {
    public FailsTheSecond(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
      return new SQSBatchResponse(
          event.getRecords().stream()
              .filter(it -> it.getBody().equals("body 2"))
              .map(it -> new SQSBatchResponse.BatchItemFailure(it.getMessageId()))
              .toList());
    }
  }

  public static final class Throws implements RequestStreamHandler {
    public Throws(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
      throw new IllegalStateException("broken");
    }
  }

  public static final class Slow implements RequestStreamHandler {
    static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

    public Slow(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        INTERRUPTED.countDown();
      }
    }
  }

  public static final class Closeable implements RequestStreamHandler, AutoCloseable {
    static final CountDownLatch CLOSED = new CountDownLatch(1);

    public Closeable(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}

    @Override
    public void close() {
      CLOSED.countDown();
    }
  }

  public static final class FailsAtStart {
    public FailsAtStart(Map<String, String> environment) {
      throw new IllegalStateException("TABLE_NAME is missing");
    }
  }

  public static final class NoHandler {
    public NoHandler(Map<String, String> environment) {
      assertThat(environment).isNotEmpty();
    }
  }
}
