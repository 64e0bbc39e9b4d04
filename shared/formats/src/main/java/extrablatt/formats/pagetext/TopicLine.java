package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule 5: the last line, right after sources or a liveblog teaser, without a final full stop or
 * colon, is the topic.
 *
 * <p>It is a block of that line alone. A line too long for a topic, and one after a line of sources
 * that names none, stays a paragraph.
 */
final class TopicLine {
  /** Topics stand in keys of the stores, so they are bounded like names. */
  private static final int LONGEST = 200;

  private static final Pattern PREFIX =
      Pattern.compile("(?:Aktuelle Nachrichten zu[mr]?|More on)[\\s\\p{Z}]++(?=.)");

  private TopicLine() {}

  static List<Part> find(List<Part> parts) {
    if (parts.size() < 2
        || !(parts.getLast() instanceof Part.Free last)
        || !isTopic(last)
        || !endsArticle(parts.get(parts.size() - 2))) {
      return parts;
    }
    var found = new ArrayList<>(parts.subList(0, parts.size() - 1));
    var prefix = PREFIX.matcher(last.text());
    var topic = prefix.lookingAt() ? last.text().substring(prefix.end()) : last.text();
    found.add(new Part.Topic(last.line(), topic));
    return found;
  }

  private static boolean isTopic(Part.Free last) {
    return last.lines().size() == 1
        && !Sentences.endsIn(last.text(), ".:")
        && last.text().codePointCount(0, last.text().length()) <= LONGEST;
  }

  private static boolean endsArticle(Part part) {
    return switch (part) {
      case Part.Sources sources -> !sources.names().isEmpty();
      case Part.Element element -> element.block() instanceof Block.LiveblogHint;
      case Part.Free _, Part.Lead _, Part.Closing _, Part.Stray _, Part.Topic _ -> false;
    };
  }
}
