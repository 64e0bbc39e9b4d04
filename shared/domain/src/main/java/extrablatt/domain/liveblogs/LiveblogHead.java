package extrablatt.domain.liveblogs;

import extrablatt.domain.Bytes;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import extrablatt.domain.WireTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a liveblog's log stands, and all that the public reads of the liveblog itself. Every change
 * makes a new one; the number of the latest change is what optimistic locking compares.
 *
 * @param headSeq the number of the latest change; 0 before the first
 * @param liveblogRow the row of the log that holds the liveblog's own texts, if any does
 * @param startsAt its place in the list of liveblogs
 * @param face the liveblog in JSON, less what is counted here
 * @param retraction stands for ever
 */
public record LiveblogHead(
    LiveblogId id,
    long headSeq,
    LiveblogStatus status,
    int entryCount,
    Instant updatedAt,
    List<Pin> pins,
    @Nullable TextRow liveblogRow,
    Slug slug,
    List<Slug> formerSlugs,
    Instant startsAt,
    Bytes face,
    @Nullable Retraction retraction) {
  /** The most entries that can be pinned at once. */
  public static final int MOST_PINS = 20;

  public LiveblogHead {
    pins = List.copyOf(pins);
    formerSlugs = List.copyOf(formerSlugs);
  }

  /** Whether the public may read it. */
  public boolean isPublic() {
    return status != LiveblogStatus.DRAFT && retraction == null;
  }

  /** The liveblog in JSON, without its entries. */
  public Bytes whole() {
    var counted =
        ",\"headSeq\":%d,\"entryCount\":%d,\"updatedAt\":\"%s\"}"
            .formatted(headSeq, entryCount, WireTime.of(updatedAt));
    var whole = new ByteArrayOutputStream(face.length() + counted.length());
    whole.write(face.array(), 0, face.length() - 1);
    whole.writeBytes(counted.getBytes(StandardCharsets.US_ASCII));
    return Bytes.of(whole.toByteArray());
  }
}
