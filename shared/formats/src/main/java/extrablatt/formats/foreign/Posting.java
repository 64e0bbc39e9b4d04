package extrablatt.formats.foreign;

import extrablatt.domain.Fault;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.LiveblogContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Liveblogs and their entries, of the pieces that were gathered as those of articles. What only an
 * article has is kept beside them.
 */
public final class Posting {
  private Posting() {}

  /** The liveblog itself, whose coverage begins and ends then. */
  public static Reading liveblog(
      String format, ForeignArticle pieces, @Nullable Instant startsAt, @Nullable Instant endsAt) {
    var content = pieces.content();
    for (var author : content.authors()) pieces.extra("authors", author.name());
    keep(pieces, content);
    var liveblog =
        new LiveblogContent(
            content.slug(),
            content.kicker(),
            content.headline(),
            content.lead(),
            List.of(),
            content.image(),
            content.sources(),
            content.topics(),
            content.language(),
            startsAt);
    return pieces.reading(format, new Instruction.SaveLiveblog(liveblog, endsAt));
  }

  /** An entry, that tells of what happened then. */
  public static Reading entry(String format, ForeignArticle pieces, @Nullable Instant eventTime) {
    var content = pieces.content();
    pieces.extra("alternativeHeadline", content.kicker());
    pieces.extra("language", content.language());
    for (var topic : content.topics()) pieces.extra("topics", topic);
    keep(pieces, content);
    var entry =
        new EntryContent(
            content.headline().isEmpty() ? null : content.headline(),
            content.body(),
            content.authors(),
            content.sources(),
            false,
            true,
            eventTime);
    return pieces.reading(format, new Instruction.SaveEntry(entry));
  }

  /** An entry whose liveblog cannot be taken, so that it never gets into another one. */
  public static Reading.Refused orphan(String format) {
    var fault = Fault.at("", "belongs to a liveblog that was refused; mend that");
    return new Reading.Refused(format, "invalid", List.of(fault));
  }

  /** Keeps what neither of them has a field for. */
  private static void keep(ForeignArticle pieces, ArticleContent content) {
    pieces.extra("section", content.section());
    pieces.extra("canonicalUrl", content.canonicalUrl());
    for (var related : content.related()) pieces.extra("related", related.url());
    for (var correction : content.corrections()) pieces.extra("corrections", correction.text());
    var expiresAt = content.expiresAt();
    if (expiresAt != null) pieces.extra("expires", expiresAt.toString());
  }
}
