package extrablatt.articles;

import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.ingest.IngestQueue;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptStore;
import extrablatt.domain.ingest.ReceiptStore.Filter;
import extrablatt.formats.json.ReceiptJson;
import extrablatt.http.Cursors;
import extrablatt.http.Idempotency;
import extrablatt.http.Lists;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the newsroom learns what became of dropped documents, and has them taken once more. */
final class ReceiptEndpoints {
  private final ReceiptStore receipts;
  private final IngestQueue queue;
  private final Cursors cursors;
  private final Idempotency idempotency;
  private final ReceiptJson json = new ReceiptJson();

  ReceiptEndpoints(
      ReceiptStore receipts, IngestQueue queue, Cursors cursors, Idempotency idempotency) {
    this.receipts = receipts;
    this.queue = queue;
    this.cursors = cursors;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("GET /newsroom/receipts", this::list)
        .and("GET /newsroom/receipts/{id}", this::show)
        .and("POST /newsroom/receipts/{id}/replay", this::replay);
  }

  private Response list(Request request) {
    var parameters = Parameters.of(request, "key", "outcome", "provider", "limit", "cursor");
    var filter = parameters.oneOf("key", "outcome", "provider");
    var list = "newsroom/receipts?" + filter.map(Object::toString).orElse("");
    var asked = cursors.page(list, parameters);
    var wanted =
        filter
            .map(given -> filter(given.getKey(), given.getValue()))
            .orElse(Optional.of(new Filter.All()));
    if (wanted.isEmpty()) return Lists.answer(request, parameters, List.of(), null);
    var page = receipts.list(wanted.get(), asked);
    var items = page.items().stream().map(json::receipt).toList();
    return Lists.answer(request, parameters, items, cursors.next(list, page.next()));
  }

  /** Empty where no receipt can match. */
  private static Optional<Filter> filter(String name, String value) {
    return switch (name) {
      case "key" -> Optional.of(new Filter.ByKey(value));
      case "provider" -> Optional.of(new Filter.ByProvider(value));
      default ->
          List.of(Outcome.values()).stream()
              .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(value))
              .<Filter>map(Filter.ByOutcome::new)
              .findFirst();
    };
  }

  private Response show(Request request) {
    var receipt = found(request);
    Parameters.of(request);
    return Response.json(200, json.receipt(receipt));
  }

  private Response replay(Request request) {
    var receipt = found(request);
    return idempotency.answer(
        request,
        (_, _) -> {
          Parameters.of(request);
          queue.replay(receipt);
          return Response.json(202, json.receipt(receipt));
        });
  }

  private Receipt found(Request request) {
    var id = request.pathParameter("id");
    return receipts
        .find(id)
        .filter(receipt -> receipt.container() == null)
        .orElseThrow(() -> new NotFound("There is no receipt " + id + "."));
  }
}
