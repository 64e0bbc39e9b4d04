package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.ingest.Receipt;
import extrablatt.domain.ingest.ReceiptForms;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as the newsroom reads them, and the problem documents that lie beside rejected objects.
 */
public final class ReceiptJson implements ReceiptForms {
  /** A receipt as the Newsroom API shows it. */
  public Bytes receipt(Receipt receipt) {
    return JsonWriter.object(json -> {
      json.requiredText("id", receipt.id());
      json.requiredText("key", receipt.key());
      json.text("objectVersion", receipt.objectVersion());
      json.requiredText("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT));
      json.text("format", receipt.format());
      json.text("provider", receipt.provider());
      json.text("guid", receipt.guid());
      write(json, receipt.product());
      json.number("revision", receipt.revision());
      json.time("receivedAt", receipt.receivedAt());
      json.number("attempts", receipt.attempts());
      var problem = receipt.problem();
      if (problem != null) json.object("problem", fields -> write(fields, receipt.id(), problem));
      json.array("warnings", receipt.warnings(), json::element);
      json.list("documents", receipt.documents(), line -> line(json, line));
    });
  }

  private static void line(JsonWriter json, Receipt.Line line) {
    json.element(fields -> {
      fields.text("guid", line.guid());
      fields.requiredText("outcome", line.outcome().name().toLowerCase(Locale.ROOT));
      write(fields, line.product());
      fields.number("revision", line.revision());
      fields.list("errors", line.faults(), fault -> json.element(inside -> write(inside, fault)));
    });
  }

  private static void write(JsonWriter json, @Nullable Product product) {
    switch (product) {
      case null -> {}
      case Product.OfArticle(var id) -> json.requiredText("articleId", id.value());
      case Product.OfTeaser(var id) -> json.requiredText("teaserId", id.value());
      case Product.OfLiveblog(var id) -> json.requiredText("liveblogId", id.value());
      case Product.OfEntry(var liveblog, var id) -> {
        json.requiredText("liveblogId", liveblog.value());
        json.requiredText("entryId", id.value());
      }
    }
  }

  @Override
  public Bytes problem(Receipt receipt) {
    var problem = receipt.problem();
    if (problem == null)
      throw new IllegalArgumentException("nothing is wrong with receipt " + receipt.id());
    return JsonWriter.object(json -> write(json, receipt.id(), problem));
  }

  private static void write(JsonWriter json, String receipt, Receipt.Problem problem) {
    var kind = kind(problem.type());
    json.requiredText("type", "/problems/" + problem.type());
    json.requiredText("title", kind.title());
    json.number("status", kind.status());
    json.requiredText("detail", problem.detail());
    json.requiredText("instance", "urn:receipt:" + receipt);
    json.list("errors", problem.faults(), fault -> json.element(fields -> write(fields, fault)));
  }

  static void write(JsonWriter json, Fault fault) {
    switch (fault.place()) {
      case Place.Pointer(var pointer) -> json.requiredText("pointer", pointer);
      case Place.LineColumn(var line, var column) -> {
        json.number("line", line);
        json.number("column", column);
      }
    }
    json.requiredText("detail", fault.detail());
  }

  /** The title and status of a type, which are the same wherever it appears. */
  private record Kind(String title, long status) {}

  private static Kind kind(String type) {
    return switch (type) {
      case "malformed" -> new Kind("Malformed request", 400);
      case "invalid" -> new Kind("Invalid content", 422);
      case "too-large" -> new Kind("Too large", 413);
      case "unsupported-type" -> new Kind("Unsupported media type", 415);
      case "unsupported-kind" -> new Kind("Unsupported kind of document", 422);
      case "not-found" -> new Kind("Not found", 404);
      case "conflict" -> new Kind("Conflict", 409);
      case "withdrawn" -> new Kind("Withdrawn", 410);
      case "internal" -> new Kind("Internal error", 500);
      default -> throw new IllegalArgumentException("no problem of ingest: " + type);
    };
  }
}
