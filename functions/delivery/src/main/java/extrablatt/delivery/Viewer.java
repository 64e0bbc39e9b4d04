package extrablatt.delivery;

import extrablatt.http.Request;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer may depend on besides its address: where the viewer is. */
final class Viewer {
  static final String COUNTRY = "CloudFront-Viewer-Country";
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

  private Viewer() {}

  /** The country's code (ISO 3166-1 alpha-2); absent where nobody says. */
  static @Nullable String country(Request request) {
    return request
        .header("cloudfront-viewer-country")
        .filter(code -> CODE.matcher(code).matches())
        .orElse(null);
  }

  static List<String> vary(boolean dependsOnCountry) {
    return dependsOnCountry ? List.of(COUNTRY) : List.of();
  }
}
