package extrablatt.domain.articles;

import extrablatt.domain.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor or a provider says in one revision of an article. Without a language the stack's
 * default counts; without a slug one is made of the headline.
 */
public record ArticleContent(
    @Nullable Slug slug,
    @Nullable String kicker,
    String headline,
    @Nullable String lead,
    @Nullable String language,
    @Nullable String section,
    List<String> topics,
    List<Author> authors,
    List<String> sources,
    @Nullable Image image,
    List<Block> body,
    List<Related> related,
    List<Correction> corrections,
    boolean breaking,
    @Nullable Integer urgency,
    @Nullable Instant expiresAt,
    @Nullable String canonicalUrl) {

  public ArticleContent {
    topics = List.copyOf(topics);
    authors = List.copyOf(authors);
    sources = List.copyOf(sources);
    body = List.copyOf(body);
    related = List.copyOf(related);
    corrections = List.copyOf(corrections);
  }

  /** An article of which only the headline is known. */
  public static ArticleContent titled(String headline) {
    return new ArticleContent(
        null, null, headline, null, null, null, List.of(), List.of(), List.of(), null, List.of(),
        List.of(), List.of(), false, null, null, null);
  }

  /** The same with another slug. */
  public ArticleContent withSlug(@Nullable Slug other) {
    return with(other, language, section, topics, image, body);
  }

  /** The same in another language (BCP 47). */
  public ArticleContent withLanguage(@Nullable String other) {
    return with(slug, other, section, topics, image, body);
  }

  /** The same in another section. */
  public ArticleContent withSection(@Nullable String other) {
    return with(slug, language, other, topics, image, body);
  }

  /** The same with other topics. */
  public ArticleContent withTopics(List<String> others) {
    return with(slug, language, section, others, image, body);
  }

  /** The same with another body. */
  public ArticleContent withBody(List<Block> other) {
    return with(slug, language, section, topics, image, other);
  }

  /** The same with another picture. */
  public ArticleContent withImage(@Nullable Image other) {
    return with(slug, language, section, topics, other, body);
  }

  private ArticleContent with(
      @Nullable Slug newSlug,
      @Nullable String newLanguage,
      @Nullable String newSection,
      List<String> newTopics,
      @Nullable Image newImage,
      List<Block> newBody) {
    return new ArticleContent(
        newSlug,
        kicker,
        headline,
        lead,
        newLanguage,
        newSection,
        newTopics,
        authors,
        sources,
        newImage,
        newBody,
        related,
        corrections,
        breaking,
        urgency,
        expiresAt,
        canonicalUrl);
  }
}
