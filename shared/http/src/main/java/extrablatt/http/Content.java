package extrablatt.http;

import extrablatt.domain.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The body of a request: small enough, and of a type that is taken. */
public final class Content {
  /** The most bytes that a request in JSON may have. */
  public static final int JSON_BYTES = 1024 * 1024;

  /** The most bytes that a document in any format may have. */
  public static final int DOCUMENT_BYTES = 10 * 1024 * 1024;

  /** Types that name no format, but what a client sends when it does not know. */
  private static final Set<String> UNDECIDED =
      Set.of(
          "application/octet-stream", "application/x-www-form-urlencoded", "binary/octet-stream");

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(" + TOKEN + "/" + TOKEN + ")[ \\t]*(;.*)?");

  private Content() {}

  /** A body in JSON of at most 1 MiB; a type that decides nothing passes. */
  public static Bytes json(Request request) {
    return of(request, JSON_BYTES, "application/json");
  }

  /** A body of one of the types; a type that decides nothing passes. */
  public static Bytes of(Request request, int mostBytes, String... types) {
    var body = atMost(request, mostBytes);
    declaredType(request).ifPresent(type -> require(type, List.of(types)));
    return body;
  }

  /** A body that says itself that it is of the type. */
  public static Bytes declared(Request request, int mostBytes, String type) {
    var body = atMost(request, mostBytes);
    require(declaredType(request).orElse("none"), List.of(type));
    return body;
  }

  /** A body of at most so many bytes (413). */
  public static Bytes atMost(Request request, int mostBytes) {
    if (request.body().length() > mostBytes)
      throw Refusal.tooLarge("The body may have at most " + mostBytes + " bytes.");
    return request.body();
  }

  /**
   * Refuses a body that no route takes (413), for whoever looks at a body before the route's own
   * work does: that it is too large comes before everything else that may be wrong with it.
   */
  static void requireShort(Request request) {
    atMost(request, DOCUMENT_BYTES);
    if (declaredType(request).filter("application/json"::equals).isPresent())
      atMost(request, JSON_BYTES);
  }

  /** The declared type in lower case without parameters; empty where it decides nothing. */
  public static Optional<String> declaredType(Request request) {
    var header = request.header("content-type").orElse("").strip();
    if (header.isEmpty()) return Optional.empty();
    var matcher = MEDIA_TYPE.matcher(header);
    if (!matcher.matches()) throw Refusal.unsupportedType("Content-Type holds no media type.");
    var type = matcher.group(1).toLowerCase(Locale.ROOT);
    return UNDECIDED.contains(type) ? Optional.empty() : Optional.of(type);
  }

  private static void require(String type, List<String> types) {
    if (!types.contains(type))
      throw Refusal.unsupportedType(
          "The body is of type " + type + "; it should be " + String.join(" or ", types) + ".");
  }
}
