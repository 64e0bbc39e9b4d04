package extrablatt.domain.ingest;

import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.publishing.Origin;
import extrablatt.domain.videos.TeaserContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as a format understood it. Without a guid the key that it came under is its identity;
 * without a version the order of uploads counts.
 *
 * @param extra what the document says beyond our model, by the names that its format has for it
 * @param day the day that the document is dated, where it says no more: one to come keeps it back,
 *     and one that is past says nothing of the hour
 * @param isDraft whether the document says of itself that it is not for the public yet
 */
public record IncomingDocument(
    @Nullable String guid,
    @Nullable Long version,
    @Nullable Instant publishAt,
    Instruction instruction,
    List<String> warnings,
    Map<String, List<String>> extra,
    @Nullable LocalDate day,
    boolean isDraft) {
  public IncomingDocument {
    warnings = List.copyOf(warnings);
    extra = Origin.copyOf(extra);
  }

  /** One that says nothing beyond our model. */
  public IncomingDocument(
      @Nullable String guid,
      @Nullable Long version,
      @Nullable Instant publishAt,
      Instruction instruction,
      List<String> warnings) {
    this(guid, version, publishAt, instruction, warnings, Map.of(), null, false);
  }

  /** The same with another instruction. */
  public IncomingDocument with(Instruction other) {
    return new IncomingDocument(guid, version, publishAt, other, warnings, extra, day, isDraft);
  }

  /** When it is to be published; null for at once. */
  public @Nullable Instant publishAt(Instant now) {
    if (publishAt != null || day == null) return publishAt;
    var begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return begins.isAfter(now) ? begins : null;
  }

  /** What the document asks for. */
  public sealed interface Instruction {
    /** Take this video teaser in. */
    record SaveTeaser(TeaserContent content) implements Instruction {}

    /** Take this article in. */
    record Save(ArticleContent content) implements Instruction {}

    /**
     * Take this liveblog in; its entries follow, each by itself.
     *
     * @param endsAt when its coverage ends or has ended, if anybody says so
     */
    record SaveLiveblog(LiveblogContent content, @Nullable Instant endsAt) implements Instruction {}

    /** Take this entry of the liveblog in that comes before it in the same object. */
    record SaveEntry(EntryContent content) implements Instruction {}

    /** Take the article out of the public's sight, for this reason. */
    record Kill(String reason) implements Instruction {}
  }
}
