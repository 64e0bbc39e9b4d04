package extrablatt.domain.publishing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a document came from, as its newsroom form shows it.
 *
 * @param extra what it said beyond our model, in its own order and under its format's names
 */
public record Origin(
    String provider,
    String guid,
    @Nullable Long version,
    String format,
    @Nullable String receiptId,
    Map<String, List<String>> extra) {
  public Origin {
    extra = copyOf(extra);
  }

  /** One that said nothing beyond our model. */
  public Origin(
      String provider,
      String guid,
      @Nullable Long version,
      String format,
      @Nullable String receiptId) {
    this(provider, guid, version, format, receiptId, Map.of());
  }

  /** Whether nothing but the delivery differs. */
  public static boolean sayTheSame(@Nullable Origin one, @Nullable Origin other) {
    return (one == null ? Map.of() : one.extra).equals(other == null ? Map.of() : other.extra);
  }

  /** The same names and values, in the same order. */
  public static Map<String, List<String>> copyOf(Map<String, List<String>> extra) {
    var copy = new LinkedHashMap<String, List<String>>();
    extra.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }
}
