package extrablatt.formats.json;

import extrablatt.domain.Slug;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Author;
import extrablatt.domain.articles.Correction;
import extrablatt.domain.articles.Related;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said in an article. */
final class ArticleReader {
  /** What we make ourselves: taken in and ignored, so that what was got can be put. */
  static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "revision",
          "liveRevision",
          "status",
          "origin",
          "firstPublishedAt",
          "publishedAt",
          "updatedAt",
          "wordCount",
          "readingTime");

  private ArticleReader() {}

  /** The content among other fields, which the caller reads. */
  static ArticleContent fields(ObjectReader object) {
    object.ignore(READ_ONLY);
    return new ArticleContent(
        slug(object),
        object.text("kicker"),
        object.requiredText("headline"),
        object.text("lead"),
        object.exactText("language"),
        object.text("section"),
        object.texts("topics"),
        object.objects("authors", ArticleReader::author),
        object.texts("sources"),
        object.object("image", ImageReader::image),
        object.objects("body", BlockReader::block),
        object.objects("related", ArticleReader::related),
        object.objects("corrections", ArticleReader::correction),
        object.flag("breaking"),
        object.integer("urgency"),
        object.time("expiresAt"),
        object.exactText("canonicalUrl"));
  }

  static @Nullable Slug slug(ObjectReader object) {
    var text = object.exactText("slug");
    if (text == null) return null;
    if (Slug.isSlug(text)) return new Slug(text);
    object.fault(
        "slug", "must be words of a-z and 0-9, joined by single dashes, at most 100 characters");
    return null;
  }

  static Author author(ObjectReader object) {
    var author = new Author(object.requiredText("name"), object.text("role"));
    object.refuseUnknown();
    return author;
  }

  private static Related related(ObjectReader object) {
    var related =
        new Related(
            object.text("rel"),
            object.exactText("url"),
            object.exactText("id"),
            object.text("title"));
    object.refuseUnknown();
    return related;
  }

  private static Correction correction(ObjectReader object) {
    var correction = new Correction(object.time("at"), object.requiredText("text"));
    object.refuseUnknown();
    return correction;
  }
}
