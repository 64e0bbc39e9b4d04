package extrablatt.media;

import java.util.Locale;

/**
 * The names of codecs with their profiles and levels, made of their configuration records: RFC 6381
 * and ISO/IEC 14496-15 (AVC, HEVC), the AV1 and VP codec bindings for ISO media, ISO/IEC 14496-1
 * (MPEG-4 sound).
 */
final class CodecNames {
  private CodecNames() {}

  static String avc(String type, byte[] record) {
    if (record.length < 4) return type;
    return "%s.%02x%02x%02x".formatted(type, record[1], record[2], record[3]);
  }

  static String hevc(String type, byte[] record) {
    if (record.length < 13) return type;
    int space = record[1] >> 6 & 3;
    var profile = (space == 0 ? "" : String.valueOf((char) ('A' + space - 1))) + (record[1] & 0x1f);
    int compatibility = 0;
    for (int i = 2; i <= 5; i++) compatibility = compatibility << 8 | (record[i] & 0xff);
    var tier = (record[1] & 0x20) == 0 ? "L" : "H";
    var name =
        new StringBuilder(type)
            .append('.')
            .append(profile)
            .append('.')
            .append(Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT))
            .append('.')
            .append(tier)
            .append(record[12] & 0xff);
    int last = 11;
    while (last >= 6 && record[last] == 0) last--;
    for (int i = 6; i <= last; i++)
      name.append('.').append(Integer.toHexString(record[i] & 0xff).toUpperCase(Locale.ROOT));
    return name.toString();
  }

  static String av1(byte[] record) {
    if (record.length < 3) return "av01";
    int profile = record[1] >> 5 & 7;
    int level = record[1] & 0x1f;
    var tier = (record[2] & 0x80) == 0 ? "M" : "H";
    boolean high = (record[2] & 0x40) != 0;
    boolean twelve = (record[2] & 0x20) != 0;
    int depth = !high ? 8 : profile == 2 && twelve ? 12 : 10;
    return "av01.%d.%02d%s.%02d".formatted(profile, level, tier, depth);
  }

  static String vp(String type, byte[] record) {
    if (record.length < 7) return type;
    return "%s.%02d.%02d.%02d"
        .formatted(type, record[4] & 0xff, record[5] & 0xff, record[6] >> 4 & 0xf);
  }

  /** Of an elementary stream descriptor, less the box's version and flags. */
  static String mp4a(byte[] descriptor) {
    int at = 4;
    at = behind(descriptor, at, 3);
    if (at < 0 || at + 3 > descriptor.length) return "mp4a";
    int flags = descriptor[at + 2];
    at += 3;
    if ((flags & 0x80) != 0) at += 2;
    if ((flags & 0x40) != 0 && at < descriptor.length) at += 1 + (descriptor[at] & 0xff);
    if ((flags & 0x20) != 0) at += 2;
    at = behind(descriptor, at, 4);
    if (at < 0 || at >= descriptor.length) return "mp4a";
    int indication = descriptor[at] & 0xff;
    if (indication != 0x40) return "mp4a.%02x".formatted(indication);
    at = behind(descriptor, at + 13, 5);
    return at < 0 || at >= descriptor.length ? "mp4a.40" : "mp4a.40." + objectType(descriptor, at);
  }

  static int objectType(byte[] configuration, int at) {
    int type = configuration[at] >> 3 & 0x1f;
    if (type != 31 || at + 1 >= configuration.length) return type;
    return 32 + ((configuration[at] & 7) << 3 | (configuration[at + 1] >> 5 & 7));
  }

  /** Where a descriptor's content begins; -1 if there is none of that tag. */
  private static int behind(byte[] bytes, int at, int tag) {
    if (at >= bytes.length || bytes[at] != tag) return -1;
    int i = at + 1;
    while (i < bytes.length && i < at + 4 && (bytes[i] & 0x80) != 0) i++;
    return i + 1;
  }
}
