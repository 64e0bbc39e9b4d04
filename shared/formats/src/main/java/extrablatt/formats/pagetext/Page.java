package extrablatt.formats.pagetext;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.formats.html.InlineHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page text after all rules: its title and every part below it with the place it came from. */
record Page(Title title, List<Part> parts) {
  Page {
    parts = List.copyOf(parts);
  }

  /** The page that those lines make, of which there is at least one. */
  static Page of(List<Line> lines) {
    var title = Title.of(lines);
    var parts = withLead(LiveblogTeasers.cut(title.rest()));
    parts = VideoTeasers.find(parts);
    parts = Quotes.find(parts);
    parts = TopicLine.find(parts);
    return new Page(title, Subheadings.find(parts));
  }

  /**
   * Rule 1: the first block below the title is the lead, whatever later rules would make of it.
   * Only what is no block at all, such as a line of sources or a whole liveblog teaser, is passed
   * over.
   */
  private static List<Part> withLead(List<Part> parts) {
    var found = new ArrayList<>(parts);
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Part.Free free) {
        found.set(i, new Part.Lead(free.line(), free.text()));
        return found;
      }
    }
    return found;
  }

  /** The article that the page shows. */
  ArticleContent article() {
    var lead = all(Part.Lead.class).map(Part.Lead::text).findFirst().orElse(null);
    var topics = all(Part.Topic.class).map(Part.Topic::text).toList();
    var sources = all(Part.Sources.class).flatMap(part -> part.names().stream()).toList();
    return new ArticleContent(
        null,
        title.kicker(),
        title.headline().text(),
        lead,
        language(),
        null,
        topics,
        List.of(),
        sources,
        null,
        body().stream().map(Part.Element::block).toList(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        null);
  }

  /** The blocks of the body, each with its place. Rule 7: all else is a paragraph. */
  List<Part.Element> body() {
    return parts.stream().flatMap(Page::element).toList();
  }

  private static Stream<Part.Element> element(Part part) {
    return switch (part) {
      case Part.Element element -> Stream.of(element);
      case Part.Free free -> Stream.of(paragraph(free.line(), free.text()));
      case Part.Stray(var line, _) -> Stream.of(paragraph(line, line.text()));
      case Part.Closing closing -> Stream.of(paragraph(closing.line(), closing.line().text()));
      case Part.Lead _, Part.Sources _, Part.Topic _ -> Stream.empty();
    };
  }

  private static Part.Element paragraph(Line line, String text) {
    return new Part.Element(line, new Block.Paragraph(InlineHtml.ofText(text)));
  }

  /** English if one line of sources is, else German if one is, else unknown. */
  private @Nullable String language() {
    var languages = all(Part.Sources.class).map(Part.Sources::language).toList();
    if (languages.contains("en")) return "en";
    return languages.contains("de") ? "de" : null;
  }

  /** What an editor should know, though the document was understood. */
  List<String> warnings() {
    return all(Part.Stray.class)
        .map(stray ->
            "Line %d, \"%s\", %s and stays a paragraph"
                .formatted(stray.line().number(), stray.line().text(), stray.reason()))
        .toList();
  }

  /** The parts of one kind, in order. */
  <P extends Part> Stream<P> all(Class<P> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast);
  }
}
