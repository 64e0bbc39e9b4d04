package extrablatt.delivery;

import extrablatt.domain.publishing.Variant;
import extrablatt.http.Accept;
import extrablatt.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In which media types an article can be had besides our JSON, and what they are called. */
final class ArticleVariants {
  /** What an article is in unless the caller wants something else more. */
  static final String JSON = "application/json";

  /** Of several names for one the first is the one that we tell. */
  private static final Map<String, Variant> VARIANTS = variants();

  private static final List<String> OFFERED = offered();

  private ArticleVariants() {}

  private static Map<String, Variant> variants() {
    var variants = new LinkedHashMap<String, Variant>();
    variants.put("application/ld+json", Variant.LINKED_DATA);
    variants.put("application/ninjs+json", Variant.NINJS);
    variants.put("application/vnd.iptc.ninjs+json", Variant.NINJS);
    variants.put("application/vnd.iptc.g2.newsitem+xml", Variant.NEWSML_G2);
    variants.put("text/plain", Variant.TEXT);
    variants.put("text/markdown", Variant.MARKDOWN);
    return variants;
  }

  private static List<String> offered() {
    var offered = new ArrayList<String>();
    offered.add(JSON);
    offered.addAll(VARIANTS.keySet());
    return List.copyOf(offered);
  }

  /** The media type that the caller wants most; empty if it takes none of them. */
  static Optional<String> wanted(Request request) {
    return Accept.of(request).best(OFFERED);
  }

  /** Whether the caller takes our JSON at all. */
  static boolean isJsonTaken(Request request) {
    return Accept.of(request).best(List.of(JSON)).isPresent();
  }

  /** The variant of a media type; empty for our JSON. */
  static Optional<Variant> of(String mediaType) {
    return Optional.ofNullable(VARIANTS.get(mediaType));
  }

  /** The media type as it stands in the header. */
  static String contentType(String mediaType) {
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }

  /** The media types that there are, as a text. */
  static String told() {
    return String.join(", ", OFFERED);
  }
}
