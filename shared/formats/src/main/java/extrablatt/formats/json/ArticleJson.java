package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleForms;
import extrablatt.domain.articles.ArticleView;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.publishing.PublicForm;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.publishing.Revision;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.publishing.Variant;
import extrablatt.formats.Site;
import extrablatt.formats.json.JsonParsing.Parsed;
import extrablatt.formats.published.Published;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Articles in our JSON: as they are stored, as the newsroom sends and gets them, as the public
 * reads them.
 */
public final class ArticleJson implements ArticleForms {
  private final Site site;

  /** For a stack of which nobody said where readers reach it. */
  public ArticleJson() {
    this(Site.UNKNOWN);
  }

  /**
   * For a stack.
   *
   * @param site where readers reach it; other formats than ours name files by it
   */
  public ArticleJson(Site site) {
    this.site = site;
  }

  @Override
  public Bytes stored(ArticleContent content) {
    return JsonWriter.object(json -> {
      if (content.slug() != null) json.requiredText("slug", content.slug().value());
      ArticleWriter.brief(json, content);
      json.time("expiresAt", content.expiresAt());
      ArticleWriter.details(json, content, TeaserBlocks::reference);
    });
  }

  @Override
  public ArticleContent read(Bytes stored) {
    return StoredReading.read(stored, ArticleReader::fields);
  }

  @Override
  public Bytes line(ArticleContent content) {
    return JsonWriter.object(json -> {
      ArticleWriter.brief(json, content);
      json.time("expiresAt", content.expiresAt());
      ArticleWriter.counts(json, content);
    });
  }

  /** What a document would become: its content with what is counted; no id and no status. */
  Bytes preview(ArticleContent content, @Nullable Instant publishAt) {
    return JsonWriter.object(json -> {
      if (content.slug() != null) json.requiredText("slug", content.slug().value());
      ArticleWriter.brief(json, content);
      json.time("publishAt", publishAt);
      json.time("expiresAt", content.expiresAt());
      ArticleWriter.counts(json, content);
      ArticleWriter.details(json, content, TeaserBlocks::reference);
    });
  }

  @Override
  public PublicForm published(PublishedArticle article) {
    var document =
        JsonWriter.rendering(
            null,
            json -> {
              writePublicHead(json, article);
              ArticleWriter.details(
                  json,
                  article.content(),
                  (_, teaser) ->
                      TeaserBlocks.shown(json, article.teasers().getOrDefault(teaser, List.of())));
            });
    var summary = JsonWriter.object(json -> writePublicHead(json, article));
    return new PublicForm(document, Rendering.of(summary), variants(site.abroad(article)));
  }

  private static Map<Variant, Rendering> variants(PublishedArticle article) {
    return Map.of(
        Variant.LINKED_DATA, LinkedDataWriter.of(article),
        Variant.NINJS, NinjsWriter.of(article),
        Variant.NEWSML_G2, Published.newsMl(article),
        Variant.TEXT, Published.text(article),
        Variant.MARKDOWN, Published.markdown(article));
  }

  /** Reads the body of a POST or PUT. */
  public ContentReading readContent(Bytes json, BodyKind kind) {
    return switch (JsonParsing.parse(json)) {
      case Parsed.Broken(var fault) ->
          new ContentReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var object) -> ContentBody.read(object, kind);
    };
  }

  /** Reads the body of a PATCH: a merge patch (RFC 7396) over an article's newsroom form. */
  public ContentReading patched(Bytes newsroomForm, Bytes patch) {
    return switch (JsonParsing.parse(patch)) {
      case Parsed.Broken(var fault) ->
          new ContentReading.Refused(Problems.MALFORMED, List.of(fault), null);
      case Parsed.Understood(var changes) ->
          ContentBody.patched(StoredReading.object(newsroomForm), changes);
    };
  }

  /** A revision as the newsroom reads it, its status computed now. */
  public Bytes newsroomForm(ArticleView view, Instant now) {
    return JsonWriter.object(json -> {
      var content = view.content();
      var slug = content.slug() != null ? content.slug() : view.publication().slug();
      PublicationWriter.newsroomFields(json, view.publication(), view.revision(), now);
      PublicationWriter.firstPublishedAt(json, view.publication(), now);
      if (slug != null) json.requiredText("slug", slug.value());
      ArticleWriter.brief(json, content);
      json.time("expiresAt", content.expiresAt());
      ArticleWriter.counts(json, content);
      ArticleWriter.details(
          json,
          content,
          (_, teaser) -> TeaserBlocks.forNewsroom(json, teaser, view.teasers().get(teaser), now));
      PublicationWriter.origin(json, view.publication().origin());
    });
  }

  /** What the newsroom's lists show, of the line that is stored for the head revision. */
  public Bytes newsroomSummary(Publication publication, Bytes line, Instant now) {
    return JsonWriter.object(json -> {
      PublicationWriter.newsroomFields(json, publication, publication.head(), now);
      PublicationWriter.firstPublishedAt(json, publication, now);
      if (publication.slug() != null) {
        json.requiredText("slug", publication.slug().value());
      }
      json.fieldsOf(line);
    });
  }

  /** What the list of revisions shows of one. */
  public Bytes revisionLine(Revision.Line line, boolean live) {
    return RevisionLine.written(line, live);
  }

  private static void writePublicHead(JsonWriter json, PublishedArticle article) {
    var span = article.span();
    json.requiredText("id", article.id().value());
    json.number("revision", span.revision());
    PublicationWriter.status(json, Status.PUBLISHED);
    json.time("publishedAt", span.publishedAt());
    json.time("updatedAt", span.updatedAt());
    json.time("firstPublishedAt", article.firstPublishedAt());
    if (span.slug() != null) json.requiredText("slug", span.slug().value());
    ArticleWriter.brief(json, article.content());
    json.time("expiresAt", span.expiresAt());
    ArticleWriter.counts(json, article.content());
  }
}
