package extrablatt.delivery;

import extrablatt.domain.delivery.Found;
import extrablatt.domain.delivery.Moment;
import extrablatt.http.CacheControl;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Representation;
import extrablatt.http.Request;
import extrablatt.http.Response;

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

  Response answer(Request request, Found found) {
    if (!(found instanceof Found.NotFound)) Parameters.of(request);
    return switch (found) {
      case Found.Stored(var gzip, var hash, var moment) ->
          Representation.stored(JSON, gzip, hash)
              .answer(request, document(moment), Viewer.vary(false));
      case Found.Joined(var json, var dependsOnCountry, var moment) ->
          Representation.made(JSON, json)
              .answer(request, document(moment), Viewer.vary(dependsOnCountry));
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

  private static CacheControl document(Moment moment) {
    return CacheControl.DOCUMENT.until(moment.now(), moment.nextChange());
  }
}
