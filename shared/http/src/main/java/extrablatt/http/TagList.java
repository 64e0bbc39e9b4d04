package extrablatt.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1). */
sealed interface TagList {
  /** Whatever there is: {@code *}. */
  record Anything() implements TagList {}

  /** These tags. */
  record Tags(List<Tag> tags) implements TagList {}

  /** One of them. */
  record Tag(String opaque, boolean weak) {}

  /** Tags parted by commas, with more commas than needed where the sender likes. */
  Pattern ELEMENT =
      Pattern.compile("[ \\t]*(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\uFFFF]*)\")?[ \\t]*(?:,|$)");

  static TagList of(String header, String value) {
    if (value.strip().equals("*")) return new Anything();
    var tags = new ArrayList<Tag>();
    var matcher = ELEMENT.matcher(value);
    int end = 0;
    while (end < value.length() && matcher.find(end) && matcher.start() == end) {
      if (matcher.group(2) != null) tags.add(new Tag(matcher.group(2), matcher.group(1) != null));
      end = matcher.end();
    }
    if (end < value.length() || tags.isEmpty())
      throw Refusal.malformed(header + " holds no list of entity tags such as \"v1\".");
    return new Tags(List.copyOf(tags));
  }
}
