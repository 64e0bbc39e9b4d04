package extrablatt.delivery;

import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Moment;
import extrablatt.http.CacheControl;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Representation;
import extrablatt.http.Request;
import extrablatt.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** Answers with a document as it lies ready, or says why not. */
final class Shipping {
  private static final String JSON = "application/json";

  private final String collection;
  private final String noun;

  /** Documents of that kind, which live under that path. */
  Shipping(String collection, String noun) {
    this.collection = collection;
    this.noun = noun;
  }

  /** In our JSON. */
  Response answer(Request request, Found found) {
    return answer(request, found, JSON, List.of());
  }

  /**
   * In some format.
   *
   * @param vary what it depends on besides the viewer's country and the coding
   */
  Response answer(Request request, Found found, String contentType, List<String> vary) {
    if (!(found instanceof Found.NotFound)) Parameters.of(request);
    return switch (found) {
      case Found.Stored(var gzip, var hash, var moment) ->
          Representation.stored(contentType, gzip, hash).answer(request, document(moment), vary);
      case Found.Joined(var bytes, var dependsOnCountry, var moment) ->
          Representation.made(contentType, bytes)
              .answer(request, document(moment), both(vary, Viewer.vary(dependsOnCountry)));
      case Found.NotInThisForm _ ->
          throw Refusal.notAcceptable(
              "The "
                  + noun
                  + " was published before it could be had as "
                  + contentType
                  + "; it can be had as "
                  + JSON
                  + ".");
      case Found.Moved(var slug, var moment) ->
          Response.of(308)
              .with("Location", collection + "/" + slug)
              .with(
                  "Cache-Control",
                  CacheControl.REDIRECT.until(moment.now(), moment.nextChange()).toString());
      case Found.Withdrawn(var reason, var at) ->
          throw Refusal.withdrawn("The " + noun + " was withdrawn.", reason, at);
      case Found.Expired _ -> throw Refusal.expired("The " + noun + " is no longer available.");
      case Found.NotFound _ -> throw Refusal.notFound("There is no such " + noun + ".");
    };
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static CacheControl document(Moment moment) {
    return CacheControl.DOCUMENT.until(moment.now(), moment.nextChange());
  }
}
