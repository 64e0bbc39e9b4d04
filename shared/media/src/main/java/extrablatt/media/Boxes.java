package extrablatt.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an ISO base media file (ISO/IEC 14496-12, section 4.2). */
final class Boxes {
  private static final int MOST_BOXES = 20_000;

  /** A box: its body begins behind its header, and ends where the box does. */
  record Box(String type, long start, long body, long end) {
    long length() {
      return end - body;
    }
  }

  private final Window file;
  private int seen;

  Boxes(Window file) {
    this.file = file;
  }

  /** The boxes between two places, one after the other. */
  List<Box> between(long from, long to) {
    var boxes = new ArrayList<Box>();
    long at = from;
    while (at + 8 <= to) {
      if (++seen > MOST_BOXES)
        throw Unfit.malformed("The file has more than %d boxes.", MOST_BOXES);
      var box = at(at, to);
      boxes.add(box);
      at = box.end();
    }
    return boxes;
  }

  private Box at(long at, long to) {
    long size = file.u32(at);
    var type = file.name(at + 4);
    long body = at + 8;
    if (size == 1) {
      size = file.u63(at + 8);
      body = at + 16;
    } else if (size == 0) size = to - at;
    if (size < body - at)
      throw Unfit.malformed("The box %s at byte %d is shorter than its header.", shown(type), at);
    if (size > to - at)
      throw Unfit.malformed(
          "The file is cut off or broken: the box %s at byte %d has %d bytes, but there are only %d.",
          shown(type), at, size, to - at);
    return new Box(type, at, body, at + size);
  }

  /** The first box of a type among the children of a box. */
  Optional<Box> child(Box parent, String type) {
    return between(parent.body(), parent.end()).stream()
        .filter(box -> box.type().equals(type))
        .findFirst();
  }

  /** A type as a text that may stand in a sentence. */
  static String shown(String type) {
    return type.chars().allMatch(c -> c > ' ' && c < 127) ? "'" + type + "'" : "of an odd type";
  }
}
