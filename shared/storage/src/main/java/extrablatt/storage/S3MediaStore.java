package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DropStore;
import extrablatt.domain.media.MediaFile;
import extrablatt.domain.media.MediaStore;
import extrablatt.domain.media.RangedBytes;
import java.util.Map;
import java.util.Optional;

/** Media files: they come into both buckets, and are handed out of the content bucket. */
final class S3MediaStore implements MediaStore {
  private final ObjectStore drop;
  private final ObjectStore content;

  S3MediaStore(ObjectStore drop, ObjectStore content) {
    this.drop = drop;
    this.content = content;
  }

  @Override
  public Optional<DropStore.Head> head(Arrival arrival) {
    return bucket(arrival).head(arrival.key(), arrival.version());
  }

  @Override
  public RangedBytes open(Arrival arrival, long size) {
    var bucket = bucket(arrival);
    return new RangedBytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public Bytes read(long offset, int length) {
        int wanted = (int) Math.min(length, size - offset);
        if (wanted <= 0) return Bytes.of(new byte[0]);
        return bucket
            .range(arrival.key(), arrival.version(), offset, wanted)
            .orElse(Bytes.of(new byte[0]));
      }
    };
  }

  @Override
  public void publish(Arrival arrival, MediaFile file, String mediaType) {
    content.copyFrom(
        bucket(arrival), arrival.key(), arrival.version(), ObjectKeys.media(file), mediaType);
  }

  @Override
  public void publish(MediaFile file, Bytes bytes, String mediaType) {
    content.putForEver(ObjectKeys.media(file), bytes, mediaType);
  }

  @Override
  public void reject(Arrival arrival, String receiptId, String fileName, Bytes problem) {
    var target = ObjectKeys.rejected(receiptId, fileName);
    drop.copyFrom(bucket(arrival), arrival.key(), arrival.version(), target, null);
    drop.put(target + ".problem.json", problem, "application/problem+json", Map.of());
  }

  private ObjectStore bucket(Arrival arrival) {
    return arrival.isUpload() ? content : drop;
  }
}
