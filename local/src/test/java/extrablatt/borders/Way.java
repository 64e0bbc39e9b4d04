package extrablatt.borders;

/** A path on which the public meets a teaser. */
enum Way {
  TEASER,
  TEASERS,
  TEASERS_OF_TOPIC,
  ARTICLE,
  ARTICLE_BY_SLUG,
  LIVEBLOG,
  LIVEBLOG_BY_SLUG,
  ENTRIES,
  ENTRY,
  CHANGES;

  /** Whether something stands around the teaser, which has to stay where it is without it. */
  boolean isInside() {
    return switch (this) {
      case TEASER, TEASERS, TEASERS_OF_TOPIC -> false;
      case ARTICLE, ARTICLE_BY_SLUG, LIVEBLOG, LIVEBLOG_BY_SLUG, ENTRIES, ENTRY, CHANGES -> true;
    };
  }

  /** Whether it hands out what a player plays; summaries in lists do not. */
  boolean hasStreams() {
    return this != TEASERS && this != TEASERS_OF_TOPIC;
  }
}
