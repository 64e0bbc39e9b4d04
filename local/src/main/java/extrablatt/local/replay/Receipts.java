package extrablatt.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The receipts of a stack, as the Newsroom API shows them to the bearer of a token. */
public final class Receipts {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  /** The receipts of the stack whose API answers there, with or without a slash at its end. */
  public Receipts(URI api, String token) {
    this.api = api.toString().replaceFirst("/+$", "");
    this.token = token;
  }

  /** What stands on a receipt. */
  public record Receipt(
      String id,
      String key,
      String provider,
      String outcome,
      int attempts,
      String objectVersion,
      @Nullable String problem) {
    /** Whether this was written after the other of the same document. */
    boolean isAfter(Receipt other) {
      return attempts != other.attempts || !outcome.equals(other.outcome);
    }
  }

  /** All receipts for which {@code name} is {@code value}, page by page, newest first. */
  public List<Receipt> where(String name, String value) {
    var found = new ArrayList<Receipt>();
    @Nullable String cursor = null;
    do {
      var page = get(path(name, value, cursor));
      page.path("items").forEach(item -> found.add(receipt(item)));
      cursor = page.path("next").textValue();
    } while (cursor != null);
    return found;
  }

  /** The newest receipts for which {@code name} is {@code value}. */
  public List<Receipt> newest(String name, String value) {
    var found = new ArrayList<Receipt>();
    get(path(name, value, null)).path("items").forEach(item -> found.add(receipt(item)));
    return found;
  }

  Receipt find(String id) {
    return receipt(get("/newsroom/receipts/" + id));
  }

  /** Asks for the document once more; each call is one of its own, however often it is sent. */
  void replay(Receipt receipt) {
    send(
        request("/newsroom/receipts/" + receipt.id() + "/replay")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.noBody()),
        202);
  }

  private static String path(String name, String value, @Nullable String cursor) {
    var path = "/newsroom/receipts?limit=100&" + name + "=" + encoded(value);
    return cursor == null ? path : path + "&cursor=" + encoded(cursor);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode get(String path) {
    return send(request(path).GET(), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(LONGEST_CALL)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder builder, int hoped) {
    var request = builder.build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != hoped)
        throw new ReplayRefused(
            "%s %s was answered with %d: %s"
                .formatted(
                    request.method(), request.uri(), response.statusCode(), response.body()));
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayRefused("interrupted while waiting for " + request.uri());
    }
  }

  private static Receipt receipt(JsonNode json) {
    return new Receipt(
        json.path("id").asText(),
        json.path("key").asText(),
        json.path("provider").asText(),
        json.path("outcome").asText(),
        json.path("attempts").asInt(),
        json.path("objectVersion").asText(),
        json.at("/problem/detail").textValue());
  }
}
