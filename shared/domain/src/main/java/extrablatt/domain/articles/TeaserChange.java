package extrablatt.domain.articles;

import extrablatt.domain.publishing.Change;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The change of a teaser with its article: first its content, then its visibility; at least one of
 * them.
 */
record TeaserChange(@Nullable Change save, @Nullable Change move) {
  /** Both at once. */
  Change whole() {
    if (save == null) return Objects.requireNonNull(move);
    if (move == null) return save;
    return new Change(save.before(), move.after(), save.revision(), save.line(), move.forms());
  }
}
