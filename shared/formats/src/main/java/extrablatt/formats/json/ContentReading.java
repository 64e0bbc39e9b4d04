package extrablatt.formats.json;

import extrablatt.domain.Fault;
import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.publishing.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of reading an article in our JSON, or in another format. */
public sealed interface ContentReading {
  /**
   * The article, and what the body says beside its content.
   *
   * @param isDraft whether the document says of itself that it is not for the public yet
   */
  record Read(
      ArticleContent content,
      @Nullable Instant publishAt,
      @Nullable String guid,
      @Nullable Long version,
      String format,
      Map<String, List<String>> extra,
      boolean isDraft)
      implements ContentReading {
    public Read {
      extra = Origin.copyOf(extra);
    }

    /** One in our JSON, which says nothing beyond our model. */
    public Read(
        ArticleContent content,
        @Nullable Instant publishAt,
        @Nullable String guid,
        @Nullable Long version) {
      this(content, publishAt, guid, version, "json", Map.of(), false);
    }
  }

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
