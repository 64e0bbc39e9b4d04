package extrablatt.domain.liveblogs;

import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Block;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said in one revision of an entry.
 *
 * @param significant false for the correction of a typo
 * @param eventTime when what it tells of happened
 */
public record EntryContent(
    @Nullable String headline,
    List<Block> body,
    List<Author> authors,
    List<String> sources,
    boolean keyEvent,
    boolean significant,
    @Nullable Instant eventTime) {
  public EntryContent {
    body = List.copyOf(body);
    authors = List.copyOf(authors);
    sources = List.copyOf(sources);
  }

  /** The same with another body. */
  public EntryContent withBody(List<Block> other) {
    return new EntryContent(headline, other, authors, sources, keyEvent, significant, eventTime);
  }
}
