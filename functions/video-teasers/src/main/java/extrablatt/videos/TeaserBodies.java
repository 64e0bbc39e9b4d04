package extrablatt.videos;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserView;
import extrablatt.formats.json.OrderJson;
import extrablatt.formats.json.OrderJson.Order;
import extrablatt.formats.json.OrderJson.PublishBody;
import extrablatt.formats.json.OrderJson.WithdrawBody;
import extrablatt.formats.json.TeaserJson;
import extrablatt.formats.json.TeaserReading;
import extrablatt.http.Content;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reads the bodies of calls about teasers. */
final class TeaserBodies {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final OrderJson orders = new OrderJson();
  private final TeaserJson json;

  TeaserBodies(TeaserJson json) {
    this.json = json;
  }

  /** A new teaser. */
  TeaserReading creation(Request request) {
    return wellFormed(json.readContent(Content.json(request)));
  }

  /** What replaces a teaser. */
  TeaserReading replacement(Request request, TeaserView view, Instant now) {
    return wellFormed(json.replacement(json.newsroomForm(view, now), Content.json(request)));
  }

  /** A teaser with a merge patch laid over it. */
  TeaserReading patched(Request request, TeaserView view, Instant now) {
    var patch = Content.declared(request, Content.JSON_BYTES, MERGE_PATCH);
    return wellFormed(json.patched(json.newsroomForm(view, now), patch));
  }

  /** Refuses at once what is not JSON; faults of the content come after the preconditions. */
  private static TeaserReading wellFormed(TeaserReading reading) {
    if (reading instanceof TeaserReading.Refused(var problem, _) && problem.equals("malformed"))
      accepted(reading);
    return reading;
  }

  /** The content, if it has no faults. */
  static TeaserContent accepted(TeaserReading reading) {
    return switch (reading) {
      case TeaserReading.Read(var content, _) -> content;
      case TeaserReading.Refused(var problem, var faults) ->
          throw Refusal.unreadable(new Reading.Refused("json", problem, faults));
    };
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
}
