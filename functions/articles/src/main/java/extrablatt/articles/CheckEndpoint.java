package extrablatt.articles;

import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.json.CheckJson;
import extrablatt.http.Completion;
import extrablatt.http.Content;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.util.Map;

/** The dry run: what a document would become, and every complaint about it; nothing is saved. */
final class CheckEndpoint {
  private final ArticleDesk desk;
  private final DocumentReader reader;
  private final Idempotency idempotency;
  private final CheckJson json;

  CheckEndpoint(ArticleDesk desk, DocumentReader reader, CheckJson json, Idempotency idempotency) {
    this.desk = desk;
    this.reader = reader;
    this.json = json;
    this.idempotency = idempotency;
  }

  Router router() {
    return Router.of("POST /newsroom/check", idempotency.around(this::check));
  }

  private Response check(Request request, Completion completion) {
    Parameters.of(request);
    var body = Content.atMost(request, Content.DOCUMENT_BYTES);
    var type = request.header("content-type").orElse(null);
    var reading = withUnknowns(reader.read(new Source(body, "", type, Map.of())), request);
    return Response.json(200, json.result(reading));
  }

  /** The same, with the faults that only the store can tell. */
  private Reading withUnknowns(Reading reading, Request request) {
    if (reading instanceof Reading.Several several)
      return several.with(member -> withUnknowns(member, request));
    if (!(reading instanceof Reading.Understood(var format, var document))) return reading;
    if (!(document.instruction() instanceof Instruction.Save(var content))) return reading;
    try {
      desk.check(content, NewsroomGuard.caller(request));
      return reading;
    } catch (InvalidContent invalid) {
      return new Reading.Refused(format, "invalid", invalid.faults());
    }
  }
}
