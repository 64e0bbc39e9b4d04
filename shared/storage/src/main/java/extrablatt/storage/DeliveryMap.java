package extrablatt.storage;

import extrablatt.domain.ingest.Order;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import org.jspecify.annotations.Nullable;

/** A delivery as a map inside an item. */
final class DeliveryMap {
  private static final String VERSION = "version";
  private static final String SEQUENCER = "sequencer";
  private static final String HASH = "hash";
  private static final String RECEIPT = "receipt";
  private static final String REASON = "reason";

  private DeliveryMap() {}

  static @Nullable ItemWriter write(@Nullable Delivery delivery) {
    if (delivery == null) return null;
    return ItemWriter.inside()
        .number(VERSION, delivery.order().version())
        .text(SEQUENCER, delivery.order().sequencer())
        .text(HASH, delivery.hash())
        .text(RECEIPT, delivery.receiptId())
        .text(REASON, delivery.reason());
  }

  static Delivery read(ItemReader map) {
    return new Delivery(
        new Order(map.numberOrNull(VERSION), map.text(SEQUENCER)),
        map.text(HASH),
        map.textOrNull(RECEIPT),
        map.textOrNull(REASON));
  }
}
