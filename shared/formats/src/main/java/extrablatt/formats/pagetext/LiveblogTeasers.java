package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.LiveblogTeaser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rule 2: finds the liveblog teasers and cuts everything else into blocks, lines of sources and
 * closing lines.
 *
 * <p>A teaser that never ends is none, and its lines stay text. So of two beginnings before one end
 * the later counts, and a closing line on the way to the end shows that there is none. A line of
 * sources inside a teaser names the article's sources, as anywhere else.
 */
final class LiveblogTeasers {
  private static final String END = "Liveblog";

  private final List<Line> lines;
  private final List<Part> parts = new ArrayList<>();
  private final List<Line> block = new ArrayList<>();

  private LiveblogTeasers(List<Line> lines) {
    this.lines = lines;
  }

  /** The parts of the text below the title, in order. */
  static List<Part> cut(List<Line> lines) {
    var rule = new LiveblogTeasers(lines);
    rule.cut();
    return rule.parts;
  }

  private void cut() {
    var teasers = endsByStart();
    int i = 0;
    while (i < lines.size()) {
      var end = teasers.get(i);
      if (end == null) {
        take(lines.get(i++));
      } else {
        takeTeaser(lines.subList(i, end));
        i = end + 1;
      }
    }
    endBlock();
  }

  private Map<Integer, Integer> endsByStart() {
    var ends = new HashMap<Integer, Integer>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      var text = lines.get(i).text();
      boolean open = start >= 0;
      if (ClosingLine.hasForm(text)) {
        start = -1;
      } else if (open && text.equals(END)) {
        ends.put(start, i);
        start = -1;
      } else if (startsAt(i) && (!open || i > start + 1)) {
        start = i;
      }
    }
    return ends;
  }

  private boolean startsAt(int i) {
    if (i + 1 == lines.size() || SourcesLine.isOne(lines.get(i).text())) return false;
    var next = lines.get(i + 1);
    return !next.afterGap() && next.text().startsWith(":") && next.text().length() > 1;
  }

  private void take(Line line) {
    if (line.afterGap()) endBlock();
    var mark = mark(line);
    if (mark == null) {
      block.add(line);
    } else {
      endBlock();
      parts.add(mark);
    }
  }

  private static @Nullable Part mark(Line line) {
    var sources = SourcesLine.in(line.text());
    if (sources != null) return new Part.Sources(line, sources.names(), sources.language());
    if (!ClosingLine.hasForm(line.text())) return null;
    var closing = ClosingLine.in(line.text());
    return closing == null
        ? new Part.Stray(line, "has no date or no length that can be")
        : new Part.Closing(line, closing.date(), closing.duration());
  }

  private void takeTeaser(List<Line> teaser) {
    endBlock();
    var texts = teaser.stream().filter(line -> !SourcesLine.isOne(line.text())).toList();
    parts.add(new Part.Element(teaser.getFirst(), new Block.LiveblogHint(teaserOf(texts))));
    teaser.stream().filter(line -> SourcesLine.isOne(line.text())).forEach(this::take);
  }

  private static LiveblogTeaser teaserOf(List<Line> texts) {
    var headline = Spaces.trim(texts.get(1).text().substring(1));
    var summary = texts.size() > 2 ? texts.get(2).text() : null;
    var image =
        texts.size() > 3 ? Image.captioned(Line.join(texts.subList(3, texts.size()))) : null;
    return new LiveblogTeaser(null, null, texts.getFirst().text(), headline, summary, image);
  }

  private void endBlock() {
    if (block.isEmpty()) return;
    parts.add(new Part.Free(block));
    block.clear();
  }
}
