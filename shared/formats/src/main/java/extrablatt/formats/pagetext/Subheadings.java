package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rule 6: a free block of one short line is a subheading if anything of the body follows it, be it
 * another subheading.
 *
 * <p>A line of speech that ends like a sentence inside its quotation marks is a paragraph.
 */
final class Subheadings {
  private static final int LEVEL = 2;
  private static final int LONGEST = 100;

  private Subheadings() {}

  static List<Part> find(List<Part> parts) {
    var found = new ArrayList<Part>();
    boolean isFollowed = false;
    for (var part : parts.reversed()) {
      found.add(isFollowed && isSubheading(part) ? subheading(part) : part);
      isFollowed |= belongsToBody(part);
    }
    Collections.reverse(found);
    return found;
  }

  private static boolean isSubheading(Part part) {
    if (!(part instanceof Part.Free free) || free.lines().size() > 1) return false;
    var text = free.text();
    return text.codePointCount(0, text.length()) <= LONGEST
        && !Sentences.endsIn(text, ".:,;")
        && Sentences.isOne(text);
  }

  private static Part subheading(Part part) {
    return new Part.Element(part.line(), new Block.Heading(LEVEL, part.line().text()));
  }

  private static boolean belongsToBody(Part part) {
    return switch (part) {
      case Part.Free _, Part.Element _, Part.Stray _, Part.Closing _ -> true;
      case Part.Lead _, Part.Sources _, Part.Topic _ -> false;
    };
  }
}
