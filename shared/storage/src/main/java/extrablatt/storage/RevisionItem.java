package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.DocumentId;
import extrablatt.domain.publishing.Revision;
import java.util.function.Supplier;

/**
 * A revision as a row: {@code ARTICLE#id}, {@code REV#number}. Its content is always in the content
 * bucket as well, where the row reads it if it is long.
 */
final class RevisionItem {
  private static final String NUMBER = "number";
  private static final String SAVED_AT = "savedAt";
  private static final String SAVED_BY = "savedBy";
  private static final String HEADLINE = "headline";
  private static final String OBJECT = "object";
  private static final String GZIP = "gzip";

  private RevisionItem() {}

  static ItemWriter write(DocumentId id, Revision revision, String objectKey) {
    var gzip = Gzip.compressed(revision.content());
    return ItemWriter.at(Keys.revision(id, revision.number()))
        .number(NUMBER, revision.number())
        .text(SAVED_AT, revision.savedAt())
        .text(SAVED_BY, revision.savedBy())
        .text(HEADLINE, revision.headline())
        .text(OBJECT, objectKey)
        .bytes(GZIP, gzip.length() <= Body.LARGEST_INSIDE ? gzip : null);
  }

  static Revision read(ItemReader item, Supplier<ObjectStore> bucket) {
    return new Revision(
        item.smallNumber(NUMBER),
        item.time(SAVED_AT),
        item.text(SAVED_BY),
        item.text(HEADLINE),
        content(item, bucket));
  }

  static Revision.Line readLine(ItemReader item) {
    return new Revision.Line(
        item.smallNumber(NUMBER), item.time(SAVED_AT), item.text(SAVED_BY), item.text(HEADLINE));
  }

  private static Bytes content(ItemReader item, Supplier<ObjectStore> bucket) {
    var gzip = item.bytesOrNull(GZIP);
    return gzip == null ? Body.required(bucket.get(), item.text(OBJECT)) : Gzip.plain(gzip);
  }
}
