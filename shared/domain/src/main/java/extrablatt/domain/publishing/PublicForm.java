package extrablatt.domain.publishing;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the public reads one revision: the whole document, the summary that lists show, and the
 * document in other formats.
 */
public record PublicForm(Rendering document, Rendering summary, Map<Variant, Rendering> variants) {
  public PublicForm {
    var copy = new EnumMap<Variant, Rendering>(Variant.class);
    copy.putAll(variants);
    variants = Map.copyOf(copy);
  }

  /** A document that there is in our JSON alone. */
  public PublicForm(Rendering document, Rendering summary) {
    this(document, summary, Map.of());
  }
}
