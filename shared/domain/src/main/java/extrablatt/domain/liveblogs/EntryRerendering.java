package extrablatt.domain.liveblogs;

import extrablatt.domain.PageRequest;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ShownStore;
import org.jspecify.annotations.Nullable;

/** Renders entries of liveblogs anew when a video teaser that they show says something else. */
public final class EntryRerendering {
  private static final int PAGE = 100;

  private final EntryDesk desk;
  private final ShownStore shown;

  public EntryRerendering(EntryDesk desk, ShownStore shown) {
    this.desk = desk;
    this.shown = shown;
  }

  /**
   * Renders every entry that shows a teaser; how many of them read differently now. Done twice it
   * does no harm, and after a failure in the middle it is done again from the beginning.
   */
  public int teaserChanged(TeaserId teaser) {
    int rendered = 0;
    @Nullable String after = null;
    do {
      var page = shown.entriesWith(teaser, new PageRequest(PAGE, after));
      for (var entry : page.items()) {
        if (desk.rerender(entry.liveblog(), entry.entry())) rendered++;
      }
      after = page.next();
    } while (after != null);
    return rendered;
  }
}
