package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.domain.media.Probing;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Good files that are broken in every way that chance finds; each can be made again by its seed.
 */
class BrokenMediaTest {
  private static final int CASES = 2_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Test
  void noBrokenFileBreaksTheProbeOrTheScaler() {
    var probe = new MediaProbe();
    var scaler = new JpegScaler();
    int refused = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var name = Sample.NAMES.get(seed % Sample.NAMES.size());
      var file = Sample.of(broken(Sample.bytesOf(name), new Random(seed)));

      var probing =
          assertTimeoutPreemptively(LONGEST, () -> probe.probe(file, name), "seed " + seed);

      assertThat(file.bytesRead()).as("seed %d", seed).isLessThanOrEqualTo(Window.MOST_BYTES);
      switch (probing) {
        case Probing.Refused(var problem, var detail) -> {
          assertThat(detail).as("seed %d", seed).isNotBlank();
          assertThat(problem).isIn("malformed", "unsupported-type", "too-large");
          refused++;
        }
        case Probing.Probed(var facts, _) -> {
          if (facts instanceof Picture picture && (seed & 1) == 0) {
            var scaling =
                assertTimeoutPreemptively(
                    LONGEST, () -> scaler.scale(file, picture), "seed " + seed);
            assertThat(scaling.pictures().isEmpty()).isEqualTo(!scaling.warnings().isEmpty());
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(CASES / 4);
  }

  /** Bit flips, runs of noise, extreme numbers, cuts and transplants. */
  static byte[] broken(byte[] good, Random random) {
    var bytes = good.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(600, bytes.length));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        case 2 -> fill(bytes, at, random.nextBoolean() ? 0xff : 0, 1 + random.nextInt(8));
        case 3 -> noise(bytes, at, 1 + random.nextInt(32), random);
        case 4 -> transplant(bytes, at, random);
        default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(1000));
      }
    }
    return bytes;
  }

  private static void fill(byte[] bytes, int at, int value, int length) {
    Arrays.fill(bytes, at, Math.min(bytes.length, at + length), (byte) value);
  }

  private static void noise(byte[] bytes, int at, int length, Random random) {
    for (int i = at; i < Math.min(bytes.length, at + length); i++) {
      bytes[i] = (byte) random.nextInt();
    }
  }

  private static void transplant(byte[] bytes, int at, Random random) {
    int from = random.nextInt(bytes.length);
    int length = Math.min(random.nextInt(200), bytes.length - Math.max(at, from));
    System.arraycopy(bytes, from, bytes, at, length);
  }
}
