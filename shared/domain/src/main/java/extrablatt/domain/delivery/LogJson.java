package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.WireTime;
import extrablatt.domain.liveblogs.LogRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A row of a log around what was rendered when it was written. */
final class LogJson {
  private LogJson() {}

  static Bytes row(LogRow row, Joining joining) {
    return switch (row) {
      case LogRow.Put put -> with(row, "put", ",\"entry\":", joining.entry(put.entry()), "}");
      case LogRow.Pinned pin ->
          with(
              row,
              "pin",
              ",\"position\":" + pin.position() + ",\"entry\":",
              joining.entry(pin.entry()),
              "}");
      case LogRow.Unpinned unpinned -> bare(row, "unpin", entryId(unpinned.entry().value()));
      case LogRow.Removed removed -> bare(row, "remove", entryId(removed.entry().value()));
      case LogRow.LiveblogChanged changed ->
          with(row, "liveblog", ",\"liveblog\":", changed.liveblog(), "}");
      case LogRow.Superseded _ -> bare(row, "superseded", "");
    };
  }

  private static String entryId(String id) {
    return ",\"entryId\":\"" + id + "\"";
  }

  private static String opening(LogRow row, String op) {
    return "{\"seq\":%d,\"op\":\"%s\",\"at\":\"%s\""
        .formatted(row.seq(), op, WireTime.of(row.at()));
  }

  private static Bytes bare(LogRow row, String op, String more) {
    return Bytes.utf8(opening(row, op) + more + "}");
  }

  private static Bytes with(LogRow row, String op, String name, Bytes text, String end) {
    var json = new ByteArrayOutputStream(text.length() + 128);
    json.writeBytes((opening(row, op) + name).getBytes(StandardCharsets.UTF_8));
    json.writeBytes(text.array());
    json.writeBytes(end.getBytes(StandardCharsets.UTF_8));
    return Bytes.of(json.toByteArray());
  }
}
