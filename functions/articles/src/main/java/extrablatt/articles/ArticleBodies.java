package extrablatt.articles;

import extrablatt.domain.Bytes;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.BodyKind;
import extrablatt.formats.json.ContentReading;
import extrablatt.formats.json.OrderJson;
import extrablatt.formats.json.OrderJson.Order;
import extrablatt.formats.json.OrderJson.PublishBody;
import extrablatt.formats.json.OrderJson.WithdrawBody;
import extrablatt.http.Content;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of calls that send an article. */
final class ArticleBodies {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final OrderJson orders = new OrderJson();
  private final ArticleJson json;
  private final DocumentReader reader;

  ArticleBodies(ArticleJson json, DocumentReader reader) {
    this.json = json;
    this.reader = reader;
  }

  /** A new article, in our JSON or any other format that we take. */
  ContentReading creation(Request request, Instant now) {
    var type = Content.declaredType(request).orElse(null);
    if ("application/json".equals(type) || (type == null && looksLikeJson(request.body()))) {
      return json.readContent(Content.atMost(request, Content.JSON_BYTES), BodyKind.CREATION);
    }
    var body = Content.atMost(request, Content.DOCUMENT_BYTES);
    return creation(now, reader.read(new Source(body, "", type, Map.of())));
  }

  /** A feed of one entry is as good as the entry; pictures beside a document only a drop takes. */
  private static ContentReading creation(Instant now, Reading reading) {
    return switch (reading) {
      case Reading.Refused refused -> throw Refusal.unreadable(refused);
      case Reading.Several(_, var members, _, var enclosures)
          when members.size() == 1 && enclosures.isEmpty() ->
          creation(now, members.getFirst().reading());
      case Reading.Several(var format, _, _, var enclosures) when !enclosures.isEmpty() ->
          throw Refusal.invalid(
              "The %s document holds pictures; what holds pictures can only be dropped."
                  .formatted(format));
      case Reading.Several(var format, var members, _, _) ->
          throw Refusal.invalid(
              "The %s document holds %d documents; what holds several can only be dropped."
                  .formatted(format, members.size()));
      case Reading.Understood(var format, var document) ->
          switch (document.instruction()) {
            case Instruction.SaveTeaser _ ->
                throw Refusal.invalid(
                    "The document is a video: drop it, or post it to /newsroom/video-teasers.");
            case Instruction.SaveLiveblog _, Instruction.SaveEntry _ ->
                throw Refusal.invalid(
                    "The document is a liveblog: drop it, or post it to /newsroom/liveblogs.");
            case Instruction.Kill _ ->
                throw Refusal.invalid(
                    "A " + format + " document that withdraws can only be dropped.");
            case Instruction.Save(var content) ->
                new ContentReading.Read(
                    content,
                    document.publishAt(now),
                    document.guid(),
                    document.version(),
                    format,
                    document.extra(),
                    document.isDraft());
          };
    };
  }

  private static boolean looksLikeJson(Bytes body) {
    for (byte each : body.array()) {
      if (each == '{') return true;
      if (!Character.isWhitespace(each)) return false;
    }
    return true;
  }

  /** What replaces an article. */
  ContentReading replacement(Request request) {
    return wellFormed(json.readContent(Content.json(request), BodyKind.REPLACEMENT));
  }

  /** An article with a merge patch laid over it. */
  ContentReading patched(Request request, ArticleView view, Instant now) {
    var patch = Content.declared(request, Content.JSON_BYTES, MERGE_PATCH);
    return wellFormed(json.patched(json.newsroomForm(view, now), patch));
  }

  /** What shall be published. */
  Order<PublishBody> publish(Request request) {
    return order(orders::publish, Content.json(request));
  }

  /** Why something is withdrawn. */
  Order<WithdrawBody> withdraw(Request request) {
    return order(orders::withdraw, Content.json(request));
  }

  private static <T> Order<T> order(Function<Bytes, Order<T>> reading, Bytes body) {
    try {
      return reading.apply(body);
    } catch (OrderJson.NotJson malformed) {
      throw Refusal.unreadable(
          new Reading.Refused("json", "malformed", List.of(malformed.fault())));
    }
  }

  /** Refuses at once what is not JSON; faults of the content come after the preconditions. */
  private static ContentReading wellFormed(ContentReading reading) {
    if (reading instanceof ContentReading.Refused(var problem, _, _)
        && problem.equals("malformed")) {
      return accepted(reading, _ -> {});
    }
    return reading;
  }

  /**
   * The content, if it has no faults.
   *
   * @param conflicts refuses a slug that is taken, which weighs more than faults
   */
  static ContentReading.Read accepted(ContentReading reading, Consumer<Slug> conflicts) {
    return switch (reading) {
      case ContentReading.Read read -> read;
      case ContentReading.Refused(var problem, var faults, var slug) -> {
        if (slug != null) conflicts.accept(slug);
        throw Refusal.unreadable(new Reading.Refused("json", problem, faults));
      }
    };
  }

  /**
   * A publish time in our JSON counts only if it is still to come: the body may be one that was
   * read before. Other formats say when their document was published, which backdates.
   */
  static @Nullable Instant schedule(ContentReading.Read read, Instant now) {
    var at = read.publishAt();
    if (!read.format().equals("json")) return at;
    return at != null && at.isAfter(now) ? at : null;
  }
}
