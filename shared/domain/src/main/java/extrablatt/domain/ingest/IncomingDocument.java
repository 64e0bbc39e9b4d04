package extrablatt.domain.ingest;

import extrablatt.domain.articles.ArticleContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as a format understood it. Without a guid the key that it came under is its identity;
 * without a version the order of uploads counts.
 */
public record IncomingDocument(
    @Nullable String guid,
    @Nullable Long version,
    @Nullable Instant publishAt,
    Instruction instruction,
    List<String> warnings) {
  public IncomingDocument {
    warnings = List.copyOf(warnings);
  }

  /** What the document asks for. */
  public sealed interface Instruction {
    /** Take this article in. */
    record Save(ArticleContent content) implements Instruction {}

    /** Take the article out of the public's sight, for this reason. */
    record Kill(String reason) implements Instruction {}
  }
}
