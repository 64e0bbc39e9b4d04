package extrablatt.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of an EBML file (RFC 8794). */
final class Ebml {
  private static final int MOST_ELEMENTS = 20_000;
  private static final int LONGEST_TEXT = 200;

  /** An element: its body begins behind its id and length, and ends where the element does. */
  record Element(long id, long start, long body, long end) {
    long length() {
      return end - body;
    }
  }

  private final Window file;
  private int seen;

  Ebml(Window file) {
    this.file = file;
  }

  /** The element at a place, which may not reach beyond {@code to}. */
  Element at(long at, long to) {
    if (++seen > MOST_ELEMENTS)
      throw Unfit.malformed("The file has more than %d elements.", MOST_ELEMENTS);
    int idLength = length(at, 4);
    long id = number(at, idLength);
    int sizeLength = length(at + idLength, 8);
    long marked = number(at + idLength, sizeLength);
    long size = marked & ~(1L << (7 * sizeLength));
    long body = at + idLength + sizeLength;
    boolean unknown = size == (1L << (7 * sizeLength)) - 1;
    if (unknown) return new Element(id, at, body, to);
    if (size > to - body)
      throw Unfit.malformed(
          "The film is cut off or broken: the element at byte %d has %d bytes, but there are only %d.",
          at, size, Math.max(0, to - body));
    return new Element(id, at, body, body + size);
  }

  /** By the number of zeros before the first one in the first byte. */
  private int length(long at, int most) {
    int zeros = Integer.numberOfLeadingZeros(file.u8(at)) - 24;
    if (zeros >= most) throw Unfit.malformed("There is no element at byte %d.", at);
    return zeros + 1;
  }

  private long number(long at, int length) {
    long number = 0;
    for (byte each : file.bytes(at, length)) number = number << 8 | (each & 0xff);
    return number;
  }

  List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    long at = parent.body();
    while (at + 2 <= parent.end()) {
      var child = at(at, parent.end());
      children.add(child);
      at = child.end();
    }
    return children;
  }

  Optional<Element> child(Element parent, long id) {
    return children(parent).stream().filter(child -> child.id() == id).findFirst();
  }

  /** An unsigned number; what has no honest length counts as nothing. */
  long number(Element element) {
    if (element.length() > 8) return 0;
    return Math.max(0, number(element.body(), (int) element.length()));
  }

  long signed(Element element) {
    return number(element.body(), (int) element.length());
  }

  double real(Element element) {
    if (element.length() == 4) return Float.intBitsToFloat((int) number(element.body(), 4));
    if (element.length() == 8) return Double.longBitsToDouble(number(element.body(), 8));
    return 0;
  }

  String text(Element element) {
    int length = (int) Math.min(element.length(), LONGEST_TEXT);
    var text = new String(file.bytes(element.body(), length), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  byte[] bytes(Element element, int most) {
    return file.bytes(element.body(), (int) Math.min(element.length(), most));
  }
}
