package extrablatt.local.gateway;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Claims as they stand in events: every value is a string, a list is {@code [a b]}. */
final class ClaimTexts {
  private ClaimTexts() {}

  static Map<String, String> of(JWTClaimsSet claims) {
    var texts = new TreeMap<String, String>();
    // The payload and not the parsed claims: an audience keeps its shape and a time its seconds.
    claims.toJSONObject().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  @SuppressWarnings("unchecked") // A JSON object's names are strings.
  private static String text(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(ClaimTexts::text).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map -> JSONObjectUtils.toJSONString((Map<String, Object>) map);
      default -> String.valueOf(value);
    };
  }
}
