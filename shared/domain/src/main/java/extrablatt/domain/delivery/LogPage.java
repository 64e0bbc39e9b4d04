package extrablatt.domain.delivery;

import extrablatt.domain.liveblogs.LiveblogHead;
import extrablatt.domain.liveblogs.LogRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a log as one request finds them: perhaps with holes, since transactions may show in part
 * for a moment.
 *
 * @param head where the log stands, if the request came that far
 * @param isCut whether there are more rows than were asked for
 */
public record LogPage(List<LogRow> rows, @Nullable LiveblogHead head, boolean isCut) {
  public LogPage {
    rows = List.copyOf(rows);
  }
}
