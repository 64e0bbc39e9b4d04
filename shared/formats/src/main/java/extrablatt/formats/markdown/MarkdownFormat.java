package extrablatt.formats.markdown;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.FaultLimit;
import extrablatt.formats.markup.Charsets;
import java.util.List;
import java.util.Set;

/** Markdown (CommonMark with tables and deletions of GitHub's) under YAML front matter. */
public final class MarkdownFormat implements DocumentFormat {
  private static final String NAME = "markdown";

  /** More than an article can say; parsing has to end in time. */
  private static final int LONGEST = 1_000_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/markdown");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("md", "markdown");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var text = Charsets.undeclared(bytes);
    return FrontMatter.begins(text.lines().limit(1).toList());
  }

  @Override
  public Reading read(Source source) {
    var text = Charsets.undeclared(source.bytes().array());
    if (text.indexOf(0) >= 0)
      return new Reading.Refused(
          NAME, "malformed", List.of(Fault.at(1, 1, "is no text, as there are zeros in it")));
    if (text.length() > LONGEST)
      return new Reading.Refused(
          NAME,
          "invalid",
          List.of(Fault.at(1, 1, "has more than %,d characters".formatted(LONGEST))));
    var matter = FrontMatter.of(text.lines().toList());
    if (!matter.faults().isEmpty())
      return new Reading.Refused(NAME, "invalid", FaultLimit.capped(matter.faults()));
    return new MarkdownArticle(matter).reading(NAME);
  }
}
