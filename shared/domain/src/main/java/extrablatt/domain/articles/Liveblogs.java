package extrablatt.domain.articles;

import extrablatt.domain.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * The liveblogs that articles hint at. So far none is known, so that only hints by text can stand.
 */
public final class Liveblogs {
  private Liveblogs() {}

  /** A fault for every hint that names a liveblog by id or slug. */
  public static List<Fault> unknown(List<Block> body) {
    var faults = new ArrayList<Fault>();
    Bodies.replaced(
        body,
        (block, pointer) -> {
          if (block instanceof Block.LiveblogHint hint) {
            var liveblog = hint.liveblog();
            if (liveblog.id() != null) {
              faults.add(
                  Fault.at(pointer + "/liveblog/id", "there is no liveblog " + liveblog.id()));
            } else if (liveblog.slug() != null) {
              faults.add(
                  Fault.at(pointer + "/liveblog/slug", "there is no liveblog " + liveblog.slug()));
            }
          }
          return block;
        });
    return faults;
  }
}
