package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import extrablatt.domain.videos.Speaker;
import extrablatt.domain.videos.TeaserContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule 3: a closing line makes the block before it a video teaser's caption, and the one before
 * that its title or its speaker.
 *
 * <p>A line of sources is no block and may stand between caption and closing line. A closing line
 * with no free block before it closes nothing and stays a paragraph.
 */
final class VideoTeasers {
  private final List<Part> parts = new ArrayList<>();

  private VideoTeasers() {}

  static List<Part> find(List<Part> parts) {
    var rule = new VideoTeasers();
    for (var part : parts) {
      rule.parts.add(part instanceof Part.Closing closing ? rule.close(closing) : part);
    }
    return rule.parts;
  }

  private Part close(Part.Closing closing) {
    int last = parts.size() - 1;
    while (last >= 0 && parts.get(last) instanceof Part.Sources) last--;
    var caption = free(last);
    if (caption == null) return new Part.Stray(closing.line(), "has no caption before it");
    parts.remove(last);
    var opening = free(last - 1);
    var speaker = opening == null ? null : speaker(opening.text());
    if (opening == null || (speaker == null && !Sentences.isOne(opening.text()))) {
      return element(caption.line(), null, null, caption, closing);
    }
    parts.remove(last - 1);
    var title = speaker == null ? opening.text() : null;
    return element(opening.line(), title, speaker, caption, closing);
  }

  private Part.@Nullable Free free(int index) {
    return index >= 0 && parts.get(index) instanceof Part.Free free ? free : null;
  }

  private static Part element(
      Line line,
      @Nullable String title,
      @Nullable Speaker speaker,
      Part.Free caption,
      Part.Closing closing) {
    var teaser =
        TeaserContent.of(title, caption.text(), speaker, closing.date(), closing.duration());
    return new Part.Element(line, new Block.NewVideoTeaser(teaser));
  }

  /** What stands before and after the first bar between spaces; no name has several sentences. */
  private static @Nullable Speaker speaker(String text) {
    for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', bar + 1)) {
      if (isBetweenSpaces(text, bar)) {
        var name = Spaces.trim(text.substring(0, bar));
        var role = Spaces.trim(text.substring(bar + 1));
        return Sentences.isOne(name) ? new Speaker(name, role) : null;
      }
    }
    return null;
  }

  private static boolean isBetweenSpaces(String text, int bar) {
    return bar > 0
        && bar < text.length() - 1
        && Spaces.isSpace(text.charAt(bar - 1))
        && Spaces.isSpace(text.charAt(bar + 1));
  }
}
