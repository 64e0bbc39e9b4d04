package extrablatt.formats.pagetext;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.LiveblogTeaser;
import extrablatt.domain.videos.TeaserContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much one article may hold; every fault is named with its place in the page text. */
final class Limits {
  private static final int LONGEST_HEADLINE = 300;
  private static final int LONGEST_LEAD = 2_000;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_BLOCKS = 500;
  private static final int MOST_SOURCES = 20;
  private static final int MOST_SHOWN = 20;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<Object> shown = new HashSet<>();

  private Limits() {}

  /** Everything that is too long or too much. */
  static List<Fault> faults(Page page) {
    var limits = new Limits();
    limits.inspect(page.title());
    page.all(Part.Lead.class)
        .forEach(lead -> limits.text(lead.line(), "The lead", lead.text(), LONGEST_LEAD));
    limits.inspectBody(page.body());
    limits.inspectSources(page.all(Part.Sources.class).toList());
    return limits.faults;
  }

  private void inspect(Title title) {
    var headline = title.headline();
    text(headline, "The headline", headline.text(), LONGEST_HEADLINE);
    var repetition = title.repetition();
    if (repetition != null) text(repetition, "The kicker", title.kicker());
  }

  private void inspectBody(List<Part.Element> body) {
    if (body.size() > MOST_BLOCKS) {
      fault(
          body.get(MOST_BLOCKS).line(),
          "The body has %d blocks, but at most %d are allowed. Part the article in two."
              .formatted(body.size(), MOST_BLOCKS));
    }
    for (var element : body) inspect(element.line(), element.block());
  }

  private void inspect(Line line, Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> text(line, "The paragraph", html);
      case Block.Heading(_, var text) -> text(line, "The subheading", text);
      case Block.Quote(var text, var speaker, var role) -> {
        text(line, "The quote", text);
        text(line, "The quote's speaker", speaker);
        text(line, "The speaker's role", role);
      }
      case Block.NewVideoTeaser(var teaser) -> inspect(line, teaser);
      case Block.LiveblogHint(var liveblog) -> inspect(line, liveblog);
      case Block.Picture _,
          Block.VideoTeaser _,
          Block.ItemList _,
          Block.Table _,
          Block.Embed _,
          Block.Infobox _,
          Block.Divider _ ->
          throw new AssertionError("page text has no " + block);
    }
  }

  private void inspect(Line line, TeaserContent teaser) {
    countShown(line, line);
    text(line, "The video teaser's title", teaser.title());
    text(line, "The video teaser's caption", teaser.caption());
    var speaker = teaser.speaker();
    if (speaker == null) return;
    text(line, "The video teaser's speaker", speaker.name());
    text(line, "The speaker's role", speaker.role());
  }

  private void inspect(Line line, LiveblogTeaser liveblog) {
    countShown(line, liveblog);
    text(line, "The liveblog's kicker", liveblog.kicker());
    text(line, "The liveblog's headline", liveblog.headline());
    text(line, "The liveblog's summary", liveblog.summary());
    var image = liveblog.image();
    if (image != null) text(line, "The caption of the liveblog's image", image.caption());
  }

  /** Every video counts, and every liveblog once however often the article points to it. */
  private void countShown(Line line, Object videoOrLiveblog) {
    if (!shown.add(videoOrLiveblog) || shown.size() != MOST_SHOWN + 1) return;
    fault(
        line,
        "The article shows more than %d video teasers and liveblogs. Leave some out."
            .formatted(MOST_SHOWN));
  }

  private void inspectSources(List<Part.Sources> lines) {
    int count = 0;
    for (var sources : lines) {
      boolean wasWithin = count <= MOST_SOURCES;
      count += sources.names().size();
      if (wasWithin && count > MOST_SOURCES) {
        fault(
            sources.line(),
            "The article names more than %d sources. Leave some out.".formatted(MOST_SOURCES));
      }
      for (var name : sources.names()) text(sources.line(), "The source", name);
    }
  }

  private void text(Line line, String what, @Nullable String text) {
    text(line, what, text, LONGEST_TEXT);
  }

  private void text(Line line, String what, @Nullable String text, int longest) {
    if (text == null || text.length() <= longest) return;
    int length = text.codePointCount(0, text.length());
    if (length <= longest) return;
    fault(
        line,
        String.format(
            Locale.ROOT,
            "%s has %,d characters, but at most %,d are allowed. Shorten it or part it with a"
                + " blank line.",
            what,
            length,
            longest));
  }

  private void fault(Line line, String detail) {
    faults.add(Fault.at(line.number(), line.column(), detail));
  }
}
