package extrablatt.benchmarks.liveblogs;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.delivery.LogPage;
import extrablatt.domain.delivery.PublicLog;
import extrablatt.domain.liveblogs.LogRow;
import extrablatt.http.Request;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Liveblogs of which one part does not do its work: what the checker has to find. */
final class Unchecked {
  private Unchecked() {}

  /** Pages that go on after a hole: what is missing is taken for superseded. */
  static PublicLog holes(PublicLog log) {
    return new PassingLog(log) {
      @Override
      public LogPage after(LiveblogId id, long seq, int limit) {
        var page = super.after(id, seq, limit);
        return new LogPage(closed(page.rows(), seq), page.head(), page.isCut());
      }
    };
  }

  private static List<LogRow> closed(List<LogRow> rows, long after) {
    var closed = new ArrayList<LogRow>();
    for (var row : rows) {
      while (after + closed.size() + 1 < row.seq())
        closed.add(new LogRow.Superseded(after + closed.size() + 1, row.at()));
      closed.add(row);
    }
    return closed;
  }

  /** Snapshots over whose entries no change is laid. */
  static PublicLog overlays(PublicLog log) {
    return new PassingLog(log) {
      @Override
      public LogPage newest(LiveblogId id, int rows) {
        var page = super.newest(id, rows);
        return new LogPage(
            page.rows().stream()
                .<LogRow>map(row -> new LogRow.Superseded(row.seq(), row.at()))
                .toList(),
            page.head(),
            page.isCut());
      }
    };
  }

  /** Calls whose keys get lost. */
  static Request keys(Request request) {
    var headers = new HashMap<>(request.headers());
    headers.remove("idempotency-key");
    return new Request(
        request.method(),
        request.routeKey(),
        request.path(),
        request.rawQuery(),
        headers,
        request.pathParameters(),
        request.body(),
        request.id(),
        request.claims());
  }

  /** Reads that any replica may answer. */
  static DynamoDbClient consistency(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Unchecked.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (arguments == null) return method.invoke(client);
              if (arguments[0] instanceof Consumer<?>)
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              if (arguments[0] instanceof QueryRequest query)
                return client.query(query.toBuilder().consistentRead(false).build());
              if (arguments[0] instanceof GetItemRequest get)
                return client.getItem(get.toBuilder().consistentRead(false).build());
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }
}
