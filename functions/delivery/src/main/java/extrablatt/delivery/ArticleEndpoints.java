package extrablatt.delivery;

import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.ListName;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.List;
import java.util.Map;

/** Reads articles. */
final class ArticleEndpoints {
  private final Kiosk kiosk;
  private final Shelves shelves;
  private final Shipping shipping = new Shipping("/articles", "article");

  ArticleEndpoints(Kiosk kiosk, Shelves shelves) {
    this.kiosk = kiosk;
    this.shelves = shelves;
  }

  Router router() {
    return Router.of("GET /articles", this::list).and("GET /articles/{idOrSlug}", this::article);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "section", "topic", "author", "limit", "cursor");
    var list =
        parameters
            .oneOf("section", "topic", "author")
            .map(ArticleEndpoints::filtered)
            .orElseGet(ListName.Newest::new);
    return shelves.page(request, parameters, list);
  }

  private static ListName filtered(Map.Entry<String, String> filter) {
    var value = filter.getValue();
    return switch (filter.getKey()) {
      case "section" -> new ListName.Section(value);
      case "topic" -> new ListName.Topic(value);
      case "author" -> new ListName.ByAuthor(value);
      default -> throw new IllegalArgumentException("no filter: " + filter.getKey());
    };
  }

  private Response article(Request request) {
    var wanted = ArticleVariants.wanted(request);
    var mediaType = wanted.orElse(ArticleVariants.JSON);
    var found = article(request, mediaType);
    if (found instanceof Found.NotInThisForm && ArticleVariants.isJsonTaken(request)) {
      mediaType = ArticleVariants.JSON;
      found = article(request, mediaType);
    }
    if (wanted.isEmpty() && (found instanceof Found.Stored || found instanceof Found.Joined))
      throw Refusal.notAcceptable(
          "The article can be had as " + ArticleVariants.told() + "; Accept takes none of them.");
    var contentType = ArticleVariants.contentType(mediaType);
    return shipping.answer(request, found, contentType, List.of("Accept"));
  }

  private Found article(Request request, String mediaType) {
    var idOrSlug = request.pathParameter("idOrSlug");
    var country = Viewer.country(request);
    return ArticleVariants.of(mediaType)
        .map(variant -> kiosk.article(idOrSlug, variant, country))
        .orElseGet(() -> kiosk.article(idOrSlug, country));
  }
}
