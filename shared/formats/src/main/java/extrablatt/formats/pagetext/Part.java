package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A stretch of the document below its title, in the state that the rules so far left it in. */
sealed interface Part {
  /** Where it begins. */
  Line line();

  /** A block, which is to say a run of lines without a gap, that no rule has claimed yet. */
  record Free(List<Line> lines) implements Part {
    public Free {
      lines = List.copyOf(lines);
    }

    @Override
    public Line line() {
      return lines.getFirst();
    }

    String text() {
      return Line.join(lines);
    }
  }

  /** The lead. */
  record Lead(Line line, String text) implements Part {}

  /** A line of sources. */
  record Sources(Line line, List<String> names, String language) implements Part {
    public Sources {
      names = List.copyOf(names);
    }
  }

  /** A line that closes a video teaser whose texts stand before it. */
  record Closing(Line line, LocalDate date, Duration duration) implements Part {}

  /** A line that looks like a closing line but closes nothing, and why not. */
  record Stray(Line line, String reason) implements Part {}

  /** The topic, without what leads up to it. */
  record Topic(Line line, String text) implements Part {}

  /** A block of the body. */
  record Element(Line line, Block block) implements Part {}
}
