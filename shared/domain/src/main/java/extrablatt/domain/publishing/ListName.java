package extrablatt.domain.publishing;

import extrablatt.domain.TeaserId;

/** One of the public lists that a document stands in while it is visible. */
public sealed interface ListName {
  /** All articles. */
  record Newest() implements ListName {}

  /** The articles of a section. */
  record Section(String section) implements ListName {}

  /** The articles on a topic. */
  record Topic(String topic) implements ListName {}

  /** The articles by an author. */
  record ByAuthor(String author) implements ListName {}

  /** The articles that show a video teaser. */
  record Showing(TeaserId teaser) implements ListName {}

  /** All video teasers. */
  record Teasers() implements ListName {}

  /** The video teasers on a topic. */
  record TeaserTopic(String topic) implements ListName {}
}
