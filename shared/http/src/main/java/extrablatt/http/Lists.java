package extrablatt.http;

import extrablatt.domain.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of a list on the wire, made of items that are JSON already. */
public final class Lists {
  private Lists() {}

  /** A page of a list that nobody keeps, with the link to the next one. */
  public static Response answer(
      Request request, Parameters parameters, List<Bytes> items, @Nullable String next) {
    return withLink(Response.json(200, body(items, next)), request, parameters, next);
  }

  /** {@code {"items":[…],"next":"…"}}, without {@code next} at the end. */
  public static Bytes body(List<Bytes> items, @Nullable String next) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(ascii("{\"items\":["));
    var separator = "";
    for (var item : items) {
      body.writeBytes(ascii(separator));
      body.writeBytes(item.array());
      separator = ",";
    }
    body.writeBytes(ascii(next == null ? "]}" : "],\"next\":\"" + next + "\"}"));
    return Bytes.of(body.toByteArray());
  }

  /** The answer with the link to the next page, if there is one: the same query with the cursor. */
  public static Response withLink(
      Response response, Request request, Parameters parameters, @Nullable String next) {
    if (next == null) return response;
    var query =
        Stream.concat(
                parameters.values().entrySet().stream()
                    .filter(parameter -> !parameter.getKey().equals("cursor")),
                Stream.of(Map.entry("cursor", next)))
            .map(parameter ->
                parameter.getKey() + "=" + PercentEncoding.encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return response.with("Link", "<" + path(request) + "?" + query + ">; rel=\"next\"");
  }

  /** The path as it may stand in a header: the gateway hands it over decoded. */
  private static String path(Request request) {
    return Stream.of(request.path().split("/", -1))
        .map(PercentEncoding::encoded)
        .collect(Collectors.joining("/"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
