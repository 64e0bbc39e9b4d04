package extrablatt.domain.media;

import extrablatt.domain.Bytes;
import java.util.List;

/** Makes smaller versions of pictures. */
public interface PictureScaler {
  /** The widths that are made, in pixels. */
  List<Integer> WIDTHS = List.of(320, 640, 1280);

  /** A JPEG, upright, without metadata. */
  record Scaled(int width, int height, Bytes jpeg) {}

  /**
   * What came of it.
   *
   * @param warnings why there are none, where there are none
   */
  record Scaling(List<Scaled> pictures, List<String> warnings) {
    public Scaling {
      pictures = List.copyOf(pictures);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The picture in each of the {@link #WIDTHS} that is not wider than it is; a narrower picture in
   * its own width alone. Never throws for whatever the file holds.
   */
  Scaling scale(RangedBytes file, MediaFacts.Picture facts);
}
