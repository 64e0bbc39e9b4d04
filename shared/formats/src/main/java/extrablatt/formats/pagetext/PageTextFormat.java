package extrablatt.formats.pagetext;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of an article's page, as one gets it by copying the page as plain text. */
public final class PageTextFormat implements DocumentFormat {
  private static final String NAME = "page-text";

  /** How XML, HTML, JSON and front matter begin: whoever sends them means another format. */
  private static final Pattern BEGINNING_OF_MARKUP =
      Pattern.compile("\\s*(<[!?a-zA-Z]|[{\\[]|---\\R)");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/plain");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("txt");
  }

  /** Whether the bytes are text at all: any text is an article's, as long as it says something. */
  @Override
  public boolean looksLike(byte[] bytes) {
    return PlainText.of(bytes) instanceof PlainText.Decoded(var text)
        && !Spaces.trim(text).isEmpty()
        && !BEGINNING_OF_MARKUP.matcher(text).lookingAt();
  }

  @Override
  public Reading read(Source source) {
    return switch (PlainText.of(source.bytes().array())) {
      case PlainText.Binary(var detail) -> refused("unsupported-type", binaryFault(detail));
      case PlainText.Broken(var fault) -> refused("invalid", fault);
      case PlainText.Decoded(var text) -> read(Lines.of(text));
    };
  }

  private static Reading read(List<Line> lines) {
    if (lines.isEmpty()) return refused("invalid", noHeadline());
    if (lines.size() > Lines.MOST) return refused("invalid", tooManyLines(lines.getLast()));
    var page = Page.of(lines);
    var faults = Limits.faults(page);
    if (!faults.isEmpty()) return new Reading.Refused(NAME, "invalid", faults);
    var save = new IncomingDocument.Instruction.Save(page.article());
    return new Reading.Understood(
        NAME, new IncomingDocument(null, null, null, save, page.warnings()));
  }

  private static Reading refused(String problem, Fault fault) {
    return new Reading.Refused(NAME, problem, List.of(fault));
  }

  private static Fault binaryFault(String detail) {
    return Fault.at(
        1, 1, detail + " Send the article as a plain text file in UTF-8, or in another format.");
  }

  private static Fault noHeadline() {
    return Fault.at(
        1, 1, "The text is empty. Its first line has to be the headline of the article.");
  }

  private static Fault tooManyLines(Line line) {
    return Fault.at(
        line.number(),
        line.column(),
        "The text has more than %d lines, which is more than one article can hold."
            .formatted(Lines.MOST));
  }
}
