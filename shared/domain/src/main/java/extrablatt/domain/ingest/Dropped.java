package extrablatt.domain.ingest;

import extrablatt.domain.Ulids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** One version of an object in the drop bucket, as its notification names it. */
public record Dropped(String key, String version, String sequencer, Instant receivedAt) {
  /** The id of its receipt: the same for every delivery of the same object version. */
  public String receiptId() {
    return receiptId("");
  }

  /** The id of the receipt of one of several documents in the object. */
  String memberId(int number) {
    return receiptId("#" + number);
  }

  private String receiptId(String member) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(version.getBytes(StandardCharsets.UTF_8));
      if (!member.isEmpty()) digest.update((byte) 0);
      digest.update(member.getBytes(StandardCharsets.UTF_8));
      return Ulids.of(receivedAt.toEpochMilli(), Arrays.copyOf(digest.digest(), 10));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** The last part of the key. */
  public String fileName() {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
