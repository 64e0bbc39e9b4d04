package extrablatt.local.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a query string as they stand in events: decoded, repeated ones joined by
 * commas.
 */
public final class QueryParameters {
  private QueryParameters() {}

  public static Map<String, String> of(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(
            Encoded.query(name), Encoded.query(value), (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }
}
