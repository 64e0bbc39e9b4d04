package extrablatt.domain.articles;

import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.publishing.Change;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ContentStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an edit is written: in one transaction where it fits into one. A large one takes steps. Each
 * may be the last one before a crash and is not done twice afterwards: a save that stands already
 * is no change, and {@link ArticleDesk#settle} completes what becomes of the teasers.
 *
 * @param save the article's new revision, or no change
 * @param move what becomes of the article's visibility, or no change
 */
record EditSteps(
    ContentStore store, ArticleView view, Change save, Change move, List<TeaserChange> teasers) {

  Commit.Result write(Alongside alongside) {
    var atOnce = alongside.commit(all(TeaserChange::whole), view);
    if (store.fits(atOnce)) return store.commit(atOnce);
    var withoutTeasersMoves = alongside.commit(all(TeaserChange::save), view);
    var result =
        store.fits(withoutTeasersMoves)
            ? store.commit(withoutTeasersMoves)
            : saveThenMove(alongside);
    if (result == Commit.Result.DONE) writeTeasers();
    return result;
  }

  /** First what nobody sees, with the teasers that are new, then what everybody sees. */
  private Commit.Result saveThenMove(Alongside alongside) {
    var saves = new ArrayList<Change>();
    if (save.revision() != null) saves.add(save);
    teasers.stream().map(TeaserChange::save).filter(Objects::nonNull).forEach(saves::add);
    var result = store.commit(Alongside.NOTHING.commit(saves, view));
    if (result != Commit.Result.DONE) return result;
    return store.commit(alongside.commit(List.of(move), view));
  }

  /** Writes what becomes of the teasers' visibility, each for itself. */
  void writeTeasers() {
    var allWritten = true;
    for (var teaser : teasers) {
      if (teaser.move() == null) continue;
      var result = store.commit(Alongside.NOTHING.commit(List.of(teaser.move()), view));
      allWritten &= result == Commit.Result.DONE;
    }
    if (!allWritten)
      throw new Busy("Somebody else changed a teaser of the article.", Duration.ofSeconds(1));
  }

  private interface Part {
    @Nullable Change of(TeaserChange teaser);
  }

  private List<Change> all(Part part) {
    var changes = new ArrayList<>(List.of(articleAtOnce()));
    for (var teaser : teasers) {
      var change = part.of(teaser);
      if (change != null) changes.add(change);
    }
    return changes;
  }

  private Change articleAtOnce() {
    return new Change(
        save.before(), move.after(), save.revision(), save.line(), move.forms(), move.shows());
  }
}
