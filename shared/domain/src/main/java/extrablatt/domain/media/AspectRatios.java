package extrablatt.domain.media;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of pictures. */
final class AspectRatios {
  private record Ratio(int width, int height) {
    double value() {
      return (double) width / height;
    }

    @Override
    public String toString() {
      return width + ":" + height;
    }
  }

  /** Those that have a name; films whose size was rounded to whole blocks mean one of them. */
  private static final List<Ratio> COMMON =
      List.of(
          new Ratio(16, 9),
          new Ratio(9, 16),
          new Ratio(4, 3),
          new Ratio(3, 4),
          new Ratio(1, 1),
          new Ratio(4, 5),
          new Ratio(5, 4),
          new Ratio(3, 2),
          new Ratio(2, 3),
          new Ratio(21, 9));

  private static final double TOLERANCE = 0.01;

  private AspectRatios() {}

  /** Such as {@code 16:9}; absent where the size is not known. */
  static @Nullable String of(@Nullable Integer width, @Nullable Integer height) {
    if (width == null || height == null || width < 1 || height < 1) return null;
    double value = (double) width / height;
    for (var ratio : COMMON) {
      if (Math.abs(value / ratio.value() - 1) < TOLERANCE) return ratio.toString();
    }
    int divisor = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).intValue();
    return new Ratio(width / divisor, height / divisor).toString();
  }
}
