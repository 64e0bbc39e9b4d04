package extrablatt.domain.ingest;

import static java.util.Objects.requireNonNull;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleDesk;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles out of the public's sight for their providers, or remembers that it is to be done
 * when the document comes. Of several kills the newest one's reason stands.
 */
final class ArticleKills {
  private final ArticleDesk desk;
  private final IngestStores stores;
  private final Clock clock;
  private final OriginTries tries;

  ArticleKills(ArticleDesk desk, IngestStores stores, Clock clock, OriginTries tries) {
    this.desk = desk;
    this.stores = stores;
    this.clock = clock;
    this.tries = tries;
  }

  Receipt kill(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      IncomingDocument document,
      String reason) {
    var order = new Order(document.version(), receipt.dropped().sequencer());
    var kill = new Delivery(order, Bytes.utf8(reason).hash(), receipt.id(), reason);
    return tries.until(
        place.provider(),
        guid,
        origin ->
            switch (Comparison.of(kill, origin == null ? null : origin.kill())) {
              case FIRST, NEWER, WINS -> killed(receipt, place, guid, origin, kill);
              case SAME -> killedAgain(receipt, place, guid, origin, kill);
              case OLDER -> left(receipt, Outcome.STALE, origin);
              case LOSES -> left(receipt, Outcome.CONFLICT, origin);
            });
  }

  private @Nullable Receipt left(
      ReceiptDraft receipt, Outcome outcome, @Nullable OriginRecord origin) {
    return tries.written(receipt.outcome(outcome, article(origin), null), null);
  }

  /** The same kill once more changes nothing, unless it is newer than what an editor published. */
  private @Nullable Receipt killedAgain(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      @Nullable OriginRecord origin,
      Delivery kill) {
    var known = origin == null ? null : origin.kill();
    var id = article(origin);
    var publishedSince = id != null && desk.find(id).statusAt(clock.instant()) != Status.WITHDRAWN;
    if (publishedSince && known != null && kill.order().compareTo(known.order()) > 0) {
      return killed(receipt, place, guid, origin, kill);
    }
    var change = receipt.outcome(Outcome.DUPLICATE, id, null);
    if (origin == null || known == null || kill.order().compareTo(known.order()) <= 0)
      return tries.written(change, null);
    return tries.written(change, new OriginChange(origin, origin.killedBy(kill)));
  }

  private @Nullable Receipt killed(
      ReceiptDraft receipt,
      DropPlace place,
      String guid,
      @Nullable OriginRecord origin,
      Delivery kill) {
    var record =
        origin == null
            ? new OriginRecord(place.provider(), guid, 1, null, null, kill)
            : origin.killedBy(kill);
    var id = record.article();
    var change = receipt.outcome(Outcome.WITHDRAWN, id, null);
    var receipts = new ArrayList<>(List.of(change));
    receipts.addAll(tries.loser(origin == null ? null : origin.kill(), kill));
    var originChange = new OriginChange(origin, record);
    var result =
        id == null
            ? stores.content().commit(new Commit(List.of(), originChange, receipts, null))
            : desk.edit(desk.find(id), ArticleIngest.caller(place.provider()))
                .kill(requireNonNull(kill.reason()))
                .commit((changes, after) -> new Commit(changes, originChange, receipts, null));
    return tries.after(result, change);
  }

  private static @Nullable ArticleId article(@Nullable OriginRecord origin) {
    return origin == null ? null : origin.article();
  }
}
