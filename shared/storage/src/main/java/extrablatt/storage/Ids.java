package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;

/** Typed ids from rows that hold only the text. */
final class Ids {
  private Ids() {}

  static DocumentId of(DocumentKind kind, String value) {
    return switch (kind) {
      case ARTICLE -> new ArticleId(value);
      case TEASER -> new TeaserId(value);
      case LIVEBLOG -> new LiveblogId(value);
    };
  }
}
