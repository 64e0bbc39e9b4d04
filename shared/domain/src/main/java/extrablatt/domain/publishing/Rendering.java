package extrablatt.domain.publishing;

import extrablatt.domain.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document in JSON as the public reads it, cut wherever it depends on the moment or the viewer. A
 * piece that begins with <code>{</code> is an element of an array: joining puts a comma before it
 * unless it comes first there.
 */
public record Rendering(List<Piece> pieces) {
  public Rendering {
    pieces = List.copyOf(pieces);
  }

  /** A document that is the same for everybody at every time. */
  public static Rendering of(Bytes whole) {
    return new Rendering(List.of(new Piece(whole, null)));
  }

  /** Whether any piece has a condition. */
  public boolean isConditional() {
    return pieces.stream().anyMatch(piece -> piece.condition() != null);
  }

  /** Whether the document differs between countries. */
  public boolean dependsOnCountry() {
    return pieces.stream()
        .map(Piece::condition)
        .anyMatch(condition -> condition != null && condition.countries().isRestricted());
  }

  /** The next moment at which the document changes by itself. */
  public Optional<Instant> nextChange(Instant now) {
    return pieces.stream()
        .map(Piece::condition)
        .filter(Objects::nonNull)
        .map(condition -> condition.nextChange(now))
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  /**
   * The same object with other fields before its own.
   *
   * @param opening the beginning of an object, up to a comma
   */
  public Rendering beginningWith(String opening) {
    var first = pieces.getFirst();
    var own = first.bytes().array();
    if (first.condition() != null || own.length < 2 || own[0] != '{')
      throw new IllegalStateException("the rendering does not begin with an object's fields");
    var joined = new ByteArrayOutputStream(opening.length() + own.length);
    joined.writeBytes(opening.getBytes(StandardCharsets.UTF_8));
    joined.write(own, 1, own.length - 1);
    var more = new ArrayList<>(pieces);
    more.set(0, new Piece(Bytes.of(joined.toByteArray()), null));
    return new Rendering(more);
  }

  /** The same with another text for every occurrence of an ASCII character. */
  public Rendering replacing(char character, String text) {
    return new Rendering(
        pieces.stream()
            .map(piece -> {
              var bytes = piece.bytes().array();
              var replaced = new ByteArrayOutputStream(bytes.length);
              for (byte each : bytes) {
                if (each == character) replaced.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                else replaced.write(each);
              }
              return new Piece(Bytes.of(replaced.toByteArray()), piece.condition());
            })
            .toList());
  }

  /** The document for a viewer; empty if nothing of it is to be shown. */
  public Bytes joined(Instant now, @Nullable String country) {
    if (pieces.size() == 1 && pieces.getFirst().condition() == null)
      return pieces.getFirst().bytes();
    var joined = new ByteArrayOutputStream();
    byte last = '[';
    for (var piece : pieces) {
      var condition = piece.condition();
      var bytes = piece.bytes().array();
      if (bytes.length == 0 || (condition != null && !condition.holds(now, country))) continue;
      if (bytes[0] == '{' && last != '[') joined.write(',');
      joined.writeBytes(bytes);
      last = bytes[bytes.length - 1];
    }
    return Bytes.of(joined.toByteArray());
  }
}
