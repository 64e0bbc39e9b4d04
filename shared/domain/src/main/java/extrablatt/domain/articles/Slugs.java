package extrablatt.domain.articles;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Slug;

final class Slugs {
  static Slug of(String headline, ArticleId fallback) {
    return new Slug(fallback.value());
  }

  static Slug numbered(Slug base, int number) {
    return base;
  }
}
