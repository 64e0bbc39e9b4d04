package extrablatt.domain.articles;

import extrablatt.domain.Inspection;
import org.jspecify.annotations.Nullable;

/** What holds for every picture, wherever it stands. */
public final class ImageRules {
  private static final int MOST_RENDITIONS = 50;

  private ImageRules() {}

  /** A picture that is shown by itself: it needs its address. */
  public static void inspect(Inspection inspection, String pointer, @Nullable Image image) {
    if (image == null) return;
    if (image.url() == null) inspection.fault(pointer + "/url", "is missing");
    inspectParts(inspection, pointer, image);
  }

  /** A picture of which perhaps only the caption is known. */
  static void inspectParts(Inspection inspection, String pointer, @Nullable Image image) {
    if (image == null) return;
    inspection.fileAddress(pointer + "/url", image.url());
    inspection.text(pointer + "/alt", image.alt());
    inspection.text(pointer + "/caption", image.caption());
    inspection.text(pointer + "/credit", image.credit());
    inspection.positive(pointer + "/width", image.width());
    inspection.positive(pointer + "/height", image.height());
    inspection.atMost(pointer + "/renditions", image.renditions(), MOST_RENDITIONS, "renditions");
    for (int i = 0; i < image.renditions().size(); i++) {
      var rendition = image.renditions().get(i);
      var place = pointer + "/renditions/" + i;
      inspection.fileAddress(place + "/url", rendition.url());
      inspection.positive(place + "/width", rendition.width());
      inspection.positive(place + "/height", rendition.height());
    }
  }
}
