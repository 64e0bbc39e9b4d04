package extrablatt.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How much a caller wants each content coding (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
  private static final Pattern WEIGHT = Pattern.compile("[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

  private final Map<String, Double> weights = new HashMap<>();

  private AcceptEncoding() {}

  static AcceptEncoding of(Request request) {
    var accepted = new AcceptEncoding();
    for (var element : request.header("accept-encoding").orElse("").split(",", -1)) {
      var parts = element.strip().toLowerCase(Locale.ROOT).split("[ \\t]*;[ \\t]*", 2);
      var coding = parts[0].equals("x-gzip") ? "gzip" : parts[0];
      if (!coding.isEmpty()) accepted.weights.put(coding, weight(parts));
    }
    return accepted;
  }

  /** A weight that cannot be read counts as none: the plain form is always understood. */
  private static double weight(String[] parts) {
    if (parts.length == 1) return 1;
    var matcher = WEIGHT.matcher(parts[1]);
    return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  /** Whether to send gzip: if it is wanted no less than the plain form, or the only one taken. */
  boolean prefersGzip() {
    var others = weights.get("*");
    var identity = weights.getOrDefault("identity", others != null && others == 0 ? 0.0 : null);
    var gzip = weights.getOrDefault("gzip", others);
    if (gzip == null) return identity != null && identity == 0;
    return gzip > 0 && (identity == null || gzip >= identity);
  }
}
