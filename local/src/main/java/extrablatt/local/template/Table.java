package extrablatt.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table of the template.
 *
 * @param attributes attribute name to type ({@code S}, {@code N}, {@code B})
 * @param streamViewType null for a table without a stream
 * @param timeToLive the attribute that says when an item expires; null for never
 */
public record Table(
    String id,
    Keys keys,
    Map<String, String> attributes,
    List<Index> indexes,
    @Nullable String streamViewType,
    @Nullable String timeToLive) {

  public Table {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** The attributes that partition and sort. */
  public record Keys(String partition, @Nullable String sort) {}

  /**
   * A global secondary index; {@code projection} is {@code ALL}, {@code KEYS_ONLY} or {@code
   * INCLUDE}.
   */
  public record Index(String name, Keys keys, String projection, List<String> included) {

    public Index {
      included = List.copyOf(included);
    }
  }
}
