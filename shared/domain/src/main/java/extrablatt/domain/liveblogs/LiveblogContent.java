package extrablatt.domain.liveblogs;

import extrablatt.domain.Slug;
import extrablatt.domain.articles.Image;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says in one revision of a liveblog. Without a language the stack's default
 * counts; without a slug one is made of the headline; without a start it is its creation.
 */
public record LiveblogContent(
    @Nullable Slug slug,
    @Nullable String kicker,
    String headline,
    @Nullable String summary,
    List<String> summaryPoints,
    @Nullable Image image,
    List<String> sources,
    List<String> topics,
    @Nullable String language,
    @Nullable Instant startsAt) {
  public LiveblogContent {
    summaryPoints = List.copyOf(summaryPoints);
    sources = List.copyOf(sources);
    topics = List.copyOf(topics);
  }

  /** The same with a slug, a language, a start, and what is known of its picture. */
  public LiveblogContent settled(
      Slug newSlug, String newLanguage, Instant newStart, @Nullable Image knownImage) {
    return new LiveblogContent(
        newSlug,
        kicker,
        headline,
        summary,
        summaryPoints,
        knownImage,
        sources,
        topics,
        newLanguage,
        newStart);
  }

  /** The same in another language. */
  public LiveblogContent withLanguage(String other) {
    return new LiveblogContent(
        slug, kicker, headline, summary, summaryPoints, image, sources, topics, other, startsAt);
  }

  /** The same with other topics. */
  public LiveblogContent withTopics(List<String> other) {
    return new LiveblogContent(
        slug, kicker, headline, summary, summaryPoints, image, sources, other, language, startsAt);
  }

  /** The same with another picture. */
  public LiveblogContent withImage(@Nullable Image other) {
    return new LiveblogContent(
        slug, kicker, headline, summary, summaryPoints, other, sources, topics, language, startsAt);
  }
}
