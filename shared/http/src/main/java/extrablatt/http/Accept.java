package extrablatt.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a caller wants each media type (RFC 9110, section 12.5.1). Parameters of a media type do
 * not count; what cannot be read counts as not said.
 */
public final class Accept {
  private static final Pattern RANGE =
      Pattern.compile("([!#$%&'*+.^_`|~\\w-]+)/([!#$%&'*+.^_`|~\\w-]+)");
  private static final Pattern WEIGHT =
      Pattern.compile("(?i)q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

  /** Parts at a separator that stands outside quotes. */
  private static final String OUTSIDE_QUOTES = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private static final Pattern COMMA = Pattern.compile("," + OUTSIDE_QUOTES);
  private static final Pattern SEMICOLON = Pattern.compile(";" + OUTSIDE_QUOTES);

  /** The longest header that is read; of a longer one the rest counts as not said. */
  private static final int LONGEST = 2_000;

  private record Range(String type, String subtype, double weight) {
    /** How precisely it names a media type; -1 if it names another. */
    int precision(String wantedType, String wantedSubtype) {
      if (type.equals("*") && subtype.equals("*")) return 0;
      if (!type.equals(wantedType)) return -1;
      if (subtype.equals("*")) return 1;
      return subtype.equals(wantedSubtype) ? 2 : -1;
    }
  }

  private final List<Range> ranges;

  private Accept(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** What the request says. */
  public static Accept of(Request request) {
    var told = request.header("accept").orElse("");
    var ranges = new ArrayList<Range>();
    for (var element : COMMA.split(told.substring(0, Math.min(told.length(), LONGEST)), -1)) {
      var parts = SEMICOLON.split(element, -1);
      var range = RANGE.matcher(parts[0].strip().toLowerCase(Locale.ROOT));
      if (range.matches()) ranges.add(new Range(range.group(1), range.group(2), weight(parts)));
    }
    return new Accept(told.isBlank() ? List.of(new Range("*", "*", 1)) : List.copyOf(ranges));
  }

  /** Without a weight it is wanted most; a weight that cannot be read says nothing. */
  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      var weight = WEIGHT.matcher(parts[i].strip());
      if (weight.matches()) return Double.parseDouble(weight.group(1));
    }
    return 1;
  }

  /**
   * The media type that is wanted most, of several that are wanted alike the first; empty if none
   * is taken.
   *
   * @param offered media types without parameters, in lower case
   */
  public Optional<String> best(List<String> offered) {
    String best = null;
    double most = 0;
    for (var mediaType : offered) {
      var weight = weight(mediaType);
      if (weight > most) {
        best = mediaType;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The most precise range counts. */
  private double weight(String mediaType) {
    int slash = mediaType.indexOf('/');
    var type = mediaType.substring(0, slash);
    var subtype = mediaType.substring(slash + 1);
    int precision = -1;
    double weight = 0;
    for (var range : ranges) {
      int its = range.precision(type, subtype);
      if (its <= precision) continue;
      precision = its;
      weight = range.weight();
    }
    return weight;
  }
}
