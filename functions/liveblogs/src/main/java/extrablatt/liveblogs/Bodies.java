package extrablatt.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.formats.json.OrderJson;
import extrablatt.formats.json.OrderJson.Order;
import extrablatt.http.Content;
import extrablatt.http.Refusal;
import extrablatt.http.Request;
import java.util.List;
import java.util.function.Function;

/** What the bodies of all calls here have in common. */
final class Bodies {
  private static final String MALFORMED = "malformed";

  private Bodies() {}

  /** The body of a call that acts on what is there. */
  static <T> Order<T> order(Request request, Function<Bytes, Order<T>> reading) {
    try {
      return reading.apply(Content.json(request));
    } catch (OrderJson.NotJson malformed) {
      throw refusal(MALFORMED, List.of(malformed.fault()));
    }
  }

  /** Refuses at once what is not JSON; other faults come after preconditions and conflicts. */
  static void requireJson(String problem, List<Fault> faults) {
    if (problem.equals(MALFORMED)) throw refusal(problem, faults);
  }

  static Refusal refusal(String problem, List<Fault> faults) {
    return Refusal.unreadable(new Reading.Refused("json", problem, faults));
  }
}
