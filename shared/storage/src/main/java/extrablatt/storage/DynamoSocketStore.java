package extrablatt.storage;

import extrablatt.domain.LiveblogId;
import extrablatt.domain.Page;
import extrablatt.domain.PageRequest;
import extrablatt.domain.push.SocketStore;
import java.time.Instant;
import java.util.Map;

/**
 * Which sockets want to hear of which liveblogs, as rows: {@code SOCKET#liveblogId}, {@code
 * connectionId}, and the other way round {@code SOCKETS#connectionId}, {@code liveblogId}. DynamoDB
 * removes them some time after {@code expires}, should nobody have said that the socket is gone.
 */
final class DynamoSocketStore implements SocketStore {
  private static final String CONNECTION = "connection";
  private static final String LIVEBLOG = "liveblog";
  private static final String EXPIRES = "expires";
  private static final int MOST = 1000;
  private static final Expression ALWAYS =
      new Expression("attribute_not_exists(#pk) OR attribute_exists(#pk)", Map.of());

  private final Table table;

  DynamoSocketStore(Table table) {
    this.table = table;
  }

  @Override
  public void subscribe(String connection, LiveblogId liveblog, Instant expires) {
    // First the row by which the other one is found again.
    put(Keys.subscription(connection, liveblog), connection, liveblog, expires);
    put(Keys.subscriber(liveblog, connection), connection, liveblog, expires);
  }

  private void put(Key key, String connection, LiveblogId liveblog, Instant expires) {
    table.put(
        ItemWriter.at(key)
            .text(CONNECTION, connection)
            .text(LIVEBLOG, liveblog)
            .number(EXPIRES, expires.getEpochSecond()),
        ALWAYS);
  }

  @Override
  public Page<String> subscribers(LiveblogId liveblog, PageRequest page) {
    var range =
        new Range(
            Keys.subscribers(liveblog), Keys.FIRST, Keys.LAST, page.limit(), page.after(), true);
    return table.page(range).map(item -> item.text(CONNECTION));
  }

  @Override
  public void forget(String connection) {
    var range = new Range(Keys.subscriptions(connection), Keys.FIRST, Keys.LAST, MOST, null, true);
    for (var item : table.query(range).items()) {
      var liveblog = new LiveblogId(item.text(LIVEBLOG));
      table.delete(Keys.subscriber(liveblog, connection), ALWAYS);
      table.delete(Keys.subscription(connection, liveblog), ALWAYS);
    }
  }
}
