package extrablatt.delivery;

import extrablatt.domain.delivery.Kiosk;
import extrablatt.domain.publishing.ListName;
import extrablatt.http.CacheControl;
import extrablatt.http.Cursors;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Representation;
import extrablatt.http.Request;
import extrablatt.http.Response;

/** Answers pages of the public lists. */
final class Shelves {
  private final Kiosk kiosk;
  private final Cursors cursors;

  Shelves(Kiosk kiosk, Cursors cursors) {
    this.kiosk = kiosk;
    this.cursors = cursors;
  }

  Response page(Request request, Parameters parameters, ListName list) {
    // The list's name with its filter, which no other list's text equals.
    var name = list.toString();
    var listing = kiosk.list(list, cursors.page(name, parameters), Viewer.country(request));
    var next = cursors.next(name, listing.page().next());
    var moment = listing.moment();
    var answer =
        Representation.made("application/json", Lists.body(listing.page().items(), next))
            .answer(
                request,
                CacheControl.DOCUMENT.until(moment.now(), moment.nextChange()),
                Viewer.vary(listing.dependsOnCountry()));
    return Lists.withLink(answer, request, parameters, next);
  }
}
