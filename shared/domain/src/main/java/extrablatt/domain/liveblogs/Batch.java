package extrablatt.domain.liveblogs;

import extrablatt.domain.EntryId;
import extrablatt.domain.publishing.IdempotencyKey;
import java.time.Instant;
import java.util.List;

/**
 * How far a call that posts many entries has come, so that a repeated call goes on from there.
 *
 * @param fingerprint that of the call's body
 * @param ids the ids of all its entries, in order
 * @param done how many of them are written
 * @param until after that time the record counts as absent
 */
public record Batch(
    IdempotencyKey key, String fingerprint, List<EntryId> ids, int done, Instant until) {
  public Batch {
    ids = List.copyOf(ids);
  }

  /** The same when so many are written. */
  Batch having(int nowDone) {
    return new Batch(key, fingerprint, ids, nowDone, until);
  }
}
