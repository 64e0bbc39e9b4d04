package extrablatt.storage;

import extrablatt.domain.publishing.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a document came from, inside the row of its editorial state. */
final class OriginMap {
  private static final String PROVIDER = "provider";
  private static final String GUID = "guid";
  private static final String VERSION = "version";
  private static final String FORMAT = "format";
  private static final String RECEIPT = "receipt";
  private static final String EXTRA = "extra";
  private static final String NAME = "name";
  private static final String VALUES = "values";

  private OriginMap() {}

  static @Nullable ItemWriter write(@Nullable Origin origin) {
    if (origin == null) return null;
    return ItemWriter.inside()
        .text(PROVIDER, origin.provider())
        .text(GUID, origin.guid())
        .number(VERSION, origin.version())
        .text(FORMAT, origin.format())
        .text(RECEIPT, origin.receiptId())
        .maps(EXTRA, origin.extra().entrySet().stream().map(OriginMap::write).toList());
  }

  /** DynamoDB keeps no order in a map. */
  private static ItemWriter write(Map.Entry<String, List<String>> extra) {
    return ItemWriter.inside().text(NAME, extra.getKey()).texts(VALUES, extra.getValue());
  }

  static Origin read(ItemReader map) {
    return new Origin(
        map.text(PROVIDER),
        map.text(GUID),
        map.numberOrNull(VERSION),
        map.text(FORMAT),
        map.textOrNull(RECEIPT),
        readExtra(map));
  }

  private static Map<String, List<String>> readExtra(ItemReader map) {
    var extra = new LinkedHashMap<String, List<String>>();
    map.maps(EXTRA, said -> said)
        .forEach(said -> extra.put(said.text(NAME), said.texts(VALUES, value -> value)));
    return extra;
  }
}
