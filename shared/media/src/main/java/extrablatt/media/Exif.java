package extrablatt.media;

/** The orientation in Exif data (CIPA DC-008). */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int MOST_ENTRIES = 500;

  private Exif() {}

  /** 1 to 8, or else the given one; broken Exif data are no reason to refuse a picture. */
  static int orientation(Window file, long at, int length, int otherwise) {
    if (length < 14 || !file.startsWith(at, 'E', 'x', 'i', 'f', 0, 0)) return otherwise;
    long tiff = at + 6;
    boolean little = file.startsWith(tiff, 'I', 'I');
    long end = at + length;
    long directory = tiff + number(file, tiff + 4, 4, little);
    if (directory < tiff || directory + 2 > end) return otherwise;
    int entries = (int) Math.min(number(file, directory, 2, little), MOST_ENTRIES);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end || entry + 12 > file.size()) return otherwise;
      if (number(file, entry, 2, little) != ORIENTATION) continue;
      int value = (int) number(file, entry + 8, 2, little);
      return value >= 1 && value <= 8 ? value : otherwise;
    }
    return otherwise;
  }

  private static long number(Window file, long at, int length, boolean little) {
    if (length == 2) return little ? file.u16LittleEndian(at) : file.u16(at);
    return little ? file.u32LittleEndian(at) : file.u32(at);
  }
}
