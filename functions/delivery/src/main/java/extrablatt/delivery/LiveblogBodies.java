package extrablatt.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.delivery.LiveblogAnswers.Changes;
import extrablatt.domain.delivery.LiveblogAnswers.Snapshot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Joins what was rendered when it was written to the bodies of liveblogs' answers. */
final class LiveblogBodies {
  private final String socket;

  LiveblogBodies(@Nullable String socket) {
    this.socket = socket == null ? "" : ",\"socket\":\"" + socket + "\"";
  }

  Bytes snapshot(Snapshot snapshot) {
    var liveblog = snapshot.liveblog();
    var json = new ByteArrayOutputStream(4096);
    json.write(liveblog.array(), 0, liveblog.length() - 1);
    write(json, ",\"entries\":[");
    join(json, snapshot.entries());
    write(json, "],\"pinned\":[");
    join(json, snapshot.pinned());
    write(json, "]" + socket + "}");
    return Bytes.of(json.toByteArray());
  }

  Bytes changes(Changes changes) {
    var json = new ByteArrayOutputStream(4096);
    write(json, "{\"changes\":[");
    join(json, changes.rows());
    var status = changes.status();
    write(
        json,
        "],\"headSeq\":%d,\"status\":\"%s\",\"pollAfter\":%d%s}"
            .formatted(
                changes.headSeq(),
                status.name().toLowerCase(Locale.ROOT),
                changes.hasMore() ? 0 : status.pollAfter().toSeconds(),
                changes.hasMore() ? ",\"more\":true" : ""));
    return Bytes.of(json.toByteArray());
  }

  private static void join(ByteArrayOutputStream json, List<Bytes> items) {
    var separator = "";
    for (var item : items) {
      write(json, separator);
      json.writeBytes(item.array());
      separator = ",";
    }
  }

  private static void write(ByteArrayOutputStream json, String text) {
    json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
