package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good files that are broken by chance, and dropped: each can be made again by its seed. */
class BrokenDropsTest {
  private static final int CASES = 2_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final List<String> NAMES =
      List.of(
          "first.mp4",
          "last.mp4",
          "film.mov",
          "sound.m4a",
          "film.webm",
          "film.mkv",
          "wide.jpg",
          "gray.png",
          "lossy.webp",
          "picture.avif");

  private final VideoDesk desk = new VideoDesk();

  @Test
  void eachBrokenFileHasOneReceiptThatSaysWhatBecameOfIt() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new Random(seed);
      var name = NAMES.get(seed % NAMES.size());
      var broken = Bytes.of(broken(MediaSamples.named(name).array().clone(), random));
      var dropped = desk.drop("media/broken/" + seed + "-" + name, broken);

      var receipt = assertTimeoutPreemptively(LONGEST, () -> desk.deliver(dropped), "seed " + seed);

      assertThat(receipt.outcome()).as("seed %d", seed).isIn(Outcome.ACCEPTED, Outcome.REJECTED);
      if (receipt.outcome() == Outcome.REJECTED)
        assertThat(VideoDesk.problem(receipt).detail()).as("seed %d", seed).isNotBlank();
      assertThat(desk.receipt(dropped)).as("seed %d", seed).isEqualTo(receipt);
    }

    assertThat(desk.receipts()).hasSize(CASES);
    assertThat(number(Outcome.REJECTED)).isGreaterThan(CASES / 4);
    assertThat(number(Outcome.ACCEPTED)).isGreaterThan(CASES / 20);
    assertThat(desk.teasers()).hasSize((int) number(Outcome.ACCEPTED));
  }

  private long number(Outcome outcome) {
    return desk.receipts().stream().filter(receipt -> receipt.outcome() == outcome).count();
  }

  /** Bit flips, runs of noise, extreme numbers and cuts. */
  private static byte[] broken(byte[] bytes, Random random) {
    var broken = bytes;
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(random.nextBoolean() ? broken.length : Math.min(600, broken.length));
      int end = Math.min(broken.length, at + 1 + random.nextInt(32));
      switch (random.nextInt(4)) {
        case 0 -> broken[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> broken = Arrays.copyOf(broken, 1 + random.nextInt(broken.length));
        case 2 -> Arrays.fill(broken, at, end, (byte) (random.nextBoolean() ? 0xff : 0));
        default -> {
          for (int j = at; j < end; j++) broken[j] = (byte) random.nextInt();
        }
      }
    }
    return broken;
  }
}
