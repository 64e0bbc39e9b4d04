package extrablatt.runtime;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API for one process: it hands out calls, one after the other, and takes in what
 * became of them.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final String functionArn;
  private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Outcome>> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Outcome> beginning = new CompletableFuture<>();

  private RuntimeApi(HttpServer server, String functionArn) {
    this.server = server;
    this.functionArn = functionArn;
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
  private record Call(String id, byte[] event, Instant deadline) {}

  static RuntimeApi start(String functionArn) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var api = new RuntimeApi(server, functionArn);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT + "invocation/", api::invocation);
    server.createContext(ROOT + "init/error", api::failedToBegin);
    server.start();
    return api;
  }

  /** What the runtime client finds in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answered, with nothing, once the process asks for its first call; else why it could not. */
  CompletableFuture<Outcome> beginning() {
    return beginning;
  }

  /** Hands a call to the process as soon as it asks for one. */
  CompletableFuture<Outcome> call(byte[] event, Instant deadline) {
    var call = new Call(UUID.randomUUID().toString(), event, deadline);
    var outcome = new CompletableFuture<Outcome>();
    running.put(call.id(), outcome);
    waiting.add(call);
    return outcome;
  }

  /** Nothing more will come from the process: so ends whatever it had not answered. */
  void processIsGone(Outcome outcome) {
    beginning.complete(outcome);
    running.values().forEach(call -> call.complete(outcome));
  }

  private void invocation(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring((ROOT + "invocation/").length());
    if (path.equals("next")) {
      handOut(exchange);
      return;
    }
    var slash = path.indexOf('/');
    var outcome = slash < 0 ? null : running.remove(path.substring(0, slash));
    var body = exchange.getRequestBody().readAllBytes();
    if (outcome == null) {
      answer(
          exchange, 400, "{\"errorType\": \"InvalidRequestID\"}".getBytes(StandardCharsets.UTF_8));
    } else {
      outcome.complete(path.endsWith("/error") ? failure(body) : new Outcome.Answered(body));
      answer(exchange, 202, new byte[0]);
    }
  }

  private void handOut(HttpExchange exchange) throws IOException {
    beginning.complete(new Outcome.Answered(""));
    try {
      var call = waiting.take();
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", call.id());
      headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(call.deadline().toEpochMilli()));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
      answer(exchange, 200, call.event());
    } catch (InterruptedException _) {
      exchange.close(); // The server stops.
    }
  }

  private void failedToBegin(HttpExchange exchange) throws IOException {
    beginning.complete(failure(exchange.getRequestBody().readAllBytes()));
    answer(exchange, 202, new byte[0]);
  }

  private static Outcome failure(byte[] report) throws IOException {
    var json = JSON.readTree(report);
    return new Outcome.Failed(json.path("errorType").asText(), json.path("errorMessage").asText());
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
