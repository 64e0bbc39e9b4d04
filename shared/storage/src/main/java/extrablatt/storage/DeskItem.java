package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Publication;

/** A document's line in a newsroom list as a row: {@code DESK#kind}, {@code createdAt#id}. */
final class DeskItem {
  private static final String LINE = "line";

  private DeskItem() {}

  static ItemWriter write(Publication publication, Bytes line) {
    return ItemWriter.at(Keys.deskLine(publication.id(), publication.createdAt()))
        .bytes(LINE, line);
  }

  static Bytes readLine(ItemReader item) {
    return item.bytes(LINE);
  }

  /** The id of the document that a row belongs to. */
  static String readId(ItemReader item) {
    var sort = item.text(Key.SORT);
    return sort.substring(sort.lastIndexOf('#') + 1);
  }
}
