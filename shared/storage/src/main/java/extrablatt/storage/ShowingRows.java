package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.PublishingException.Busy;
import extrablatt.domain.publishing.Commit;
import extrablatt.domain.publishing.ListName;
import extrablatt.domain.publishing.Publication;
import extrablatt.domain.publishing.Span;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article's places in the lists of what shows a video teaser. They are copies of its place among
 * the newest articles, and follow by the table's stream: with its other rows they would be more
 * than one transaction can hold. The article's row {@code ARTICLE#id}, {@code SHOWING} says which
 * there are.
 */
final class ShowingRows {
  private static final String VERSION = "version";
  private static final String ROWS = "rows";
  private static final String PARTITION = "list";
  private static final String SORT = "place";
  private static final int TRIES = 20;

  private final Table table;
  private final ArticleId article;

  ShowingRows(Table table, ArticleId article) {
    this.table = table;
    this.article = article;
  }

  /** Whether the article is new in any of the lists. */
  boolean follow() {
    for (int tries = 0; tries < TRIES; tries++) {
      var known = table.get(Keys.showing(article), true).orElse(null);
      var before = known == null ? Set.<Key>of() : rows(known);
      var wanted = wanted();
      if (before.isEmpty() && wanted.isEmpty()) return false;
      var version = known == null ? null : Long.valueOf(known.number(VERSION));
      if (table.transact(change(before, wanted, version)) == Commit.Result.DONE)
        return !before.containsAll(wanted.keySet());
    }
    throw new Busy("Too many changes of one article at once.", Duration.ofSeconds(1));
  }

  /** Each row, and what it is a copy of. */
  private Map<Key, Key> wanted() {
    var wanted = new LinkedHashMap<Key, Key>();
    var publication =
        table
            .get(Keys.state(article), true)
            .map(item -> PublicationItem.read(article, item))
            .orElse(null);
    if (publication == null) return wanted;
    for (var span : publication.spans()) addAll(wanted, publication, span);
    return wanted;
  }

  private void addAll(Map<Key, Key> wanted, Publication publication, Span span) {
    var id = publication.id();
    var newest = Keys.listed(new ListName.Newest(), span.publishedAt(), id, span.from());
    for (var list : span.lists()) {
      if (list instanceof ListName.Showing)
        wanted.put(Keys.listed(list, span.publishedAt(), id, span.from()), newest);
    }
  }

  private Transaction change(Set<Key> before, Map<Key, Key> wanted, @Nullable Long version) {
    var transaction = new Transaction();
    transaction.add(
        Write.Put.of(
            item(wanted.keySet(), version),
            Versions.unchanged(version),
            Commit.Result.DOCUMENT_CHANGED));
    var sources = table.getAll(new LinkedHashSet<>(wanted.values()));
    wanted.forEach((key, source) -> {
      var row = sources.get(source);
      // Missing where the article goes on meanwhile: then the stream tells of it once more.
      if (row != null) transaction.add(Write.Put.of(ItemWriter.copyOf(row, key)));
    });
    for (var key : before) {
      if (!wanted.containsKey(key)) transaction.add(Write.Delete.of(key));
    }
    return transaction;
  }

  private ItemWriter item(Set<Key> rows, @Nullable Long version) {
    return ItemWriter.at(Keys.showing(article))
        .number(VERSION, version == null ? 1 : version + 1)
        .maps(ROWS, rows.stream().map(ShowingRows::place).toList());
  }

  private static ItemWriter place(Key key) {
    return ItemWriter.inside().text(PARTITION, key.partition()).text(SORT, key.sort());
  }

  private static Set<Key> rows(ItemReader item) {
    List<Key> rows = item.maps(ROWS, map -> new Key(map.text(PARTITION), map.text(SORT)));
    return new LinkedHashSet<>(rows);
  }
}
