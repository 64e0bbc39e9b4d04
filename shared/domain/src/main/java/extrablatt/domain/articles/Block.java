package extrablatt.domain.articles;

import extrablatt.domain.TeaserId;
import extrablatt.domain.videos.TeaserContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of an article's body. {@code html} is the sanitised inline subset; every other text is
 * plain.
 */
public sealed interface Block {
  /** Running text. */
  record Paragraph(String html) implements Block {}

  /** A subheading; level 2 stands right below the headline. */
  record Heading(int level, String text) implements Block {}

  /** What somebody said. */
  record Quote(String text, @Nullable String speaker, @Nullable String role) implements Block {}

  /** A picture within the text. */
  record Picture(Image image) implements Block {}

  /** A video teaser that is known by its id. */
  record VideoTeaser(TeaserId teaser) implements Block {}

  /** A video teaser that came in with the article and is not yet a record of its own. */
  record NewVideoTeaser(TeaserContent teaser) implements Block {}

  /** A hint at a liveblog. */
  record LiveblogHint(LiveblogTeaser liveblog) implements Block {}

  /** A list; each item is {@code html}. */
  record ItemList(boolean ordered, List<String> items) implements Block {
    public ItemList {
      items = List.copyOf(items);
    }
  }

  /** A table; header cells are plain, the others {@code html}. */
  record Table(List<String> header, List<List<String>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Something of another site, shown in place. */
  record Embed(@Nullable String provider, String url, @Nullable String title) implements Block {}

  /** A box beside the text with blocks of its own. */
  record Infobox(@Nullable String title, List<Block> body) implements Block {
    public Infobox {
      body = List.copyOf(body);
    }
  }

  /** A pause between two parts. */
  record Divider() implements Block {}
}
