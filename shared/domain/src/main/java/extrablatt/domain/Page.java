package extrablatt.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list in its order, and the position after which the next page begins; absent at
 * the end.
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /** The same page of other items. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<R>(items.stream().<R>map(change).toList(), next);
  }
}
