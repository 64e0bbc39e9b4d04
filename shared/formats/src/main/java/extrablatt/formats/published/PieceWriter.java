package extrablatt.formats.published;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text, cut into pieces wherever a condition begins or ends. Every piece but the first has
 * to begin with something else than an opening brace, which {@link Rendering} takes for an element.
 */
final class PieceWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable Condition condition;

  PieceWriter add(String more) {
    text.append(more);
    return this;
  }

  /** Writes something that is shown under a condition, if there is one. */
  void under(@Nullable Condition shown, Runnable writing) {
    if (shown == null) {
      writing.run();
      return;
    }
    var outer = condition;
    endPiece();
    condition = shown;
    writing.run();
    endPiece();
    condition = outer;
  }

  private void endPiece() {
    if (text.isEmpty()) return;
    if (!pieces.isEmpty() && text.charAt(0) == '{')
      throw new IllegalStateException("a piece begins with an opening brace");
    pieces.add(new Piece(Bytes.utf8(text.toString()), condition));
    text.setLength(0);
  }

  Rendering rendering() {
    endPiece();
    return new Rendering(pieces);
  }
}
