package extrablatt.articles;

import extrablatt.domain.Bytes;
import extrablatt.domain.IdGenerator;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.PublishingException.NotFound;
import extrablatt.domain.TeaserId;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.media.Upload;
import extrablatt.domain.media.UploadAddresses;
import extrablatt.domain.media.UploadStore;
import extrablatt.domain.publishing.ContentStore;
import extrablatt.formats.json.OrderJson;
import extrablatt.formats.json.UploadJson;
import extrablatt.http.Completion;
import extrablatt.http.Content;
import extrablatt.http.Idempotency;
import extrablatt.http.NewsroomGuard;
import extrablatt.http.Parameters;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import extrablatt.http.Response;
import extrablatt.http.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a media file is announced; it is then sent to S3, whose address is answered. */
final class UploadEndpoint {
  private static final Duration VALID = Duration.ofHours(1);

  private final UploadStore uploads;
  private final ContentStore documents;
  private final UploadAddresses addresses;
  private final Idempotency idempotency;
  private final IdGenerator ids;
  private final Clock clock;
  private final UploadJson json = new UploadJson();

  UploadEndpoint(
      UploadStore uploads,
      ContentStore documents,
      UploadAddresses addresses,
      Idempotency idempotency,
      IdGenerator ids,
      Clock clock) {
    this.uploads = uploads;
    this.documents = documents;
    this.addresses = addresses;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  Router router() {
    return Router.of("POST /newsroom/uploads", idempotency.around(this::announce));
  }

  private Response announce(Request request, Completion completion) {
    var asked = asked(Content.json(request));
    Parameters.of(request);
    var announced = asked.announced();
    if (announced != null) requireTeaser(announced.teaser());
    if (announced == null) throw new InvalidContent(asked.faults());
    var now = clock.instant();
    var upload =
        new Upload(
            ids.next(),
            announced.kind(),
            announced.fileName(),
            announced.contentType(),
            announced.size(),
            announced.teaser(),
            announced.language(),
            NewsroomGuard.caller(request).name(),
            now);
    var url = addresses.forWriting(upload, VALID);
    var answer = Response.json(201, json.announced(upload, url, now.plus(VALID)));
    if (!uploads.announce(upload, completion.answer(answer)))
      throw Refusal.conflict("Another call with the same Idempotency-Key took over.");
    return answer;
  }

  private UploadJson.Asked asked(Bytes body) {
    try {
      return json.read(body);
    } catch (OrderJson.NotJson malformed) {
      throw Refusal.unreadable(
          new Reading.Refused("json", "malformed", List.of(malformed.fault())));
    }
  }

  private void requireTeaser(@Nullable TeaserId teaser) {
    if (teaser != null && documents.find(teaser).isEmpty())
      throw new NotFound("There is no video teaser " + teaser + ".");
  }
}
