package extrablatt.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query's parameters in their order: each known to the route, and none twice. */
public final class Parameters {
  private static final int DEFAULT_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 100;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** The parameters of a request to a route that knows those names. */
  public static Parameters of(Request request, String... names) {
    var known = List.of(names);
    var values = new LinkedHashMap<String, String>();
    for (var pair : request.rawQuery().split("&", -1)) {
      if (pair.isEmpty()) continue;
      var parts = pair.split("=", 2);
      var name = PercentEncoding.decoded(parts[0]);
      if (!known.contains(name)) throw unknown(name, known);
      var value = parts.length == 2 ? PercentEncoding.decoded(parts[1]) : "";
      if (values.put(name, value) != null)
        throw Refusal.malformed("The parameter " + name + " is given twice.");
    }
    return new Parameters(values);
  }

  private static Refusal unknown(String name, List<String> known) {
    var shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return Refusal.malformed(
        "There is no parameter "
            + shown
            + (known.isEmpty() ? "; this route takes none." : "; this route takes ")
            + String.join(", ", known)
            + (known.isEmpty() ? "" : "."));
  }

  /** All of them. */
  Map<String, String> values() {
    return values;
  }

  /** The value of a parameter, if it is given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether a parameter is {@code true}; without it, it is not. */
  public boolean flag(String name) {
    return switch (values.getOrDefault(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.malformed(name + " is true or false.");
    };
  }

  /** How many items a page shall hold: {@code limit}, 1 to 100, else 20. */
  public int limit() {
    return limit(DEFAULT_LIMIT, HIGHEST_LIMIT);
  }

  /** How many items a page shall hold: {@code limit}, from 1 to the highest. */
  public int limit(int usual, int highest) {
    var given = values.get("limit");
    if (given == null) return usual;
    if (!NUMBER.matcher(given).matches() || Integer.parseInt(given) > highest)
      throw Refusal.malformed("limit is a whole number from 1 to " + highest + ".");
    return Integer.parseInt(given);
  }

  /** A whole number that is not negative; without it 0. */
  public long count(String name) {
    var given = values.getOrDefault(name, "0");
    if (!COUNT.matcher(given).matches())
      throw Refusal.malformed(name + " is a whole number of at most 18 digits, 0 or more.");
    return Long.parseLong(given);
  }

  /** The one of these parameters that is given, if any; a second one is refused. */
  public Optional<Map.Entry<String, String>> oneOf(String... names) {
    var given = List.of(names).stream().filter(values::containsKey).toList();
    if (given.size() > 1)
      throw Refusal.malformed("Only one of " + String.join(" and ", given) + " can be given.");
    return given.stream().findFirst().map(name -> Map.entry(name, values.get(name)));
  }
}
