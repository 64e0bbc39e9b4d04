package extrablatt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** What the API answered. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
record Answer(int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  @Nullable String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** A header that the answer has to have. */
  String required(String name) {
    return headers
        .firstValue(name)
        .orElseThrow(() -> new AssertionError("no " + name + " in " + this));
  }

  String etag() {
    return required("ETag");
  }

  String text() {
    return new String(plain(), StandardCharsets.UTF_8);
  }

  JsonNode json() {
    try {
      return JSON.readTree(plain());
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  /** The body as it was before it was compressed. */
  byte[] plain() {
    if (!"gzip".equals(header("Content-Encoding"))) return body;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("no gzip", e);
    }
  }

  /** The answer, if it has that status. */
  Answer with(int expected) {
    if (status != expected) throw new AssertionError("not " + expected + ": " + this);
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + " " + text();
  }
}
