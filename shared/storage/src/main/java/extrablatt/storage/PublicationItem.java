package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.DocumentId;
import extrablatt.domain.Slug;
import extrablatt.domain.TeaserId;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Span;
import extrablatt.domain.publishing.Withdrawal;
import org.jspecify.annotations.Nullable;

/** A document's editorial state as a row: {@code ARTICLE#id}, {@code META}. */
final class PublicationItem {
  static final String VERSION = "version";
  private static final String HEAD = "head";
  private static final String CREATED_AT = "createdAt";
  private static final String SLUG = "slug";
  private static final String FORMER_SLUGS = "formerSlugs";
  private static final String SPANS = "spans";
  private static final String WITHDRAWAL = "withdrawal";
  private static final String FIRST_PUBLISHED_AT = "firstPublishedAt";
  private static final String PUBLISHED_AT = "publishedAt";
  private static final String ORIGIN = "origin";
  private static final String FOLLOWS = "follows";

  private static final String REVISION = "revision";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String UPDATED_AT = "updatedAt";
  private static final String EXPIRES_AT = "expiresAt";
  private static final String LISTS = "lists";
  private static final String LIST = "list";
  private static final String NAME = "name";

  private static final String REASON = "reason";
  private static final String AT = "at";

  private PublicationItem() {}

  static ItemWriter write(Publication publication) {
    return ItemWriter.at(Keys.state(publication.id()))
        .number(VERSION, publication.version())
        .number(HEAD, publication.head())
        .text(CREATED_AT, publication.createdAt())
        .text(SLUG, publication.slug())
        .texts(FORMER_SLUGS, publication.formerSlugs())
        .maps(SPANS, publication.spans().stream().map(PublicationItem::write).toList())
        .map(WITHDRAWAL, write(publication.withdrawal()))
        .text(FIRST_PUBLISHED_AT, publication.firstPublishedAt())
        .text(PUBLISHED_AT, publication.publishedAt())
        .map(ORIGIN, OriginMap.write(publication.origin()))
        .text(FOLLOWS, publication.follows());
  }

  static Publication read(DocumentId id, ItemReader item) {
    return new Publication(
        id,
        item.number(VERSION),
        item.smallNumber(HEAD),
        item.time(CREATED_AT),
        item.readOrNull(SLUG, Slug::new),
        item.texts(FORMER_SLUGS, Slug::new),
        item.maps(SPANS, PublicationItem::readSpan),
        item.mapOrNull(WITHDRAWAL, PublicationItem::readWithdrawal),
        item.timeOrNull(FIRST_PUBLISHED_AT),
        item.timeOrNull(PUBLISHED_AT),
        item.mapOrNull(ORIGIN, OriginMap::read),
        item.readOrNull(FOLLOWS, ArticleId::new));
  }

  private static ItemWriter write(Span span) {
    return ItemWriter.inside()
        .number(REVISION, span.revision())
        .text(FROM, span.from())
        .text(UNTIL, span.until())
        .text(PUBLISHED_AT, span.publishedAt())
        .text(UPDATED_AT, span.updatedAt())
        .text(SLUG, span.slug())
        .text(EXPIRES_AT, span.expiresAt())
        .maps(LISTS, span.lists().stream().map(PublicationItem::write).toList());
  }

  private static Span readSpan(ItemReader map) {
    return new Span(
        map.smallNumber(REVISION),
        map.time(FROM),
        map.timeOrNull(UNTIL),
        map.time(PUBLISHED_AT),
        map.time(UPDATED_AT),
        map.readOrNull(SLUG, Slug::new),
        map.timeOrNull(EXPIRES_AT),
        map.maps(LISTS, PublicationItem::readList));
  }

  private static ItemWriter write(ListName list) {
    var map = ItemWriter.inside();
    return switch (list) {
      case ListName.Newest() -> map.text(LIST, "newest");
      case ListName.Section(var section) -> map.text(LIST, "section").text(NAME, section);
      case ListName.Topic(var topic) -> map.text(LIST, "topic").text(NAME, topic);
      case ListName.ByAuthor(var author) -> map.text(LIST, "author").text(NAME, author);
      case ListName.Showing(var teaser) -> map.text(LIST, "showing").text(NAME, teaser);
      case ListName.Teasers() -> map.text(LIST, "teasers");
      case ListName.TeaserTopic(var topic) -> map.text(LIST, "teaserTopic").text(NAME, topic);
    };
  }

  private static ListName readList(ItemReader map) {
    return switch (map.text(LIST)) {
      case "newest" -> new ListName.Newest();
      case "section" -> new ListName.Section(map.text(NAME));
      case "topic" -> new ListName.Topic(map.text(NAME));
      case "author" -> new ListName.ByAuthor(map.text(NAME));
      case "showing" -> new ListName.Showing(new TeaserId(map.text(NAME)));
      case "teasers" -> new ListName.Teasers();
      case "teaserTopic" -> new ListName.TeaserTopic(map.text(NAME));
      default -> throw new IllegalStateException("not a list: " + map.text(LIST));
    };
  }

  private static @Nullable ItemWriter write(@Nullable Withdrawal withdrawal) {
    if (withdrawal == null) return null;
    return ItemWriter.inside()
        .text(REASON, withdrawal.reason())
        .text(AT, withdrawal.at())
        .text(FROM, withdrawal.from())
        .number(REVISION, withdrawal.revision());
  }

  private static Withdrawal readWithdrawal(ItemReader map) {
    return new Withdrawal(
        map.text(REASON), map.time(AT), map.time(FROM), map.smallNumber(REVISION));
  }
}
