package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading an article in our JSON. */
public sealed interface ContentReading {
  /** The article, and what the body says beside its content. */
  record Read(
      ArticleContent content,
      @Nullable Instant publishAt,
      @Nullable String guid,
      @Nullable Long version)
      implements ContentReading {}

  /**
   * The body has faults, all of which are named; {@code problem} is {@code malformed} or {@code
   * invalid}. The slug that the body gives is named too: a taken one weighs more than faults.
   */
  record Refused(String problem, List<Fault> faults, @Nullable Slug slug)
      implements ContentReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
