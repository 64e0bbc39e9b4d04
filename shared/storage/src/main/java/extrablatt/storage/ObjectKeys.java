package extrablatt.storage;

import extrablatt.domain.DocumentId;
import extrablatt.domain.liveblogs.Entry;
import extrablatt.domain.media.MediaFile;

/** Every key of the content bucket and of what we write into the drop bucket. */
final class ObjectKeys {
  private ObjectKeys() {}

  /** The archive of a revision; the hash keeps those who write the same number apart. */
  static String revision(DocumentId id, int number, String hash) {
    return "revisions/" + folder(id) + "/" + number + "-" + hash + ".json";
  }

  /** The archive of an entry's revision. */
  static String entryRevision(Entry entry) {
    return "revisions/%s/entries/%s/%d-%s.json"
        .formatted(folder(entry.liveblog()), entry.id(), entry.revision(), entry.content().hash());
  }

  /** What the public reads of a revision, compressed. */
  static String publicBody(DocumentId id, int revision, String hash) {
    return "public/" + folder(id) + "/" + revision + "-" + hash;
  }

  /** An answer that is too long for its row, compressed. */
  static String answer(String token) {
    return "answers/" + token;
  }

  /** A file that anybody may fetch. */
  static String media(MediaFile file) {
    return "media/" + file.id() + "/" + file.fileName();
  }

  static String original(String receiptId, String fileName) {
    return "originals/" + receiptId + "/" + fileName;
  }

  static String rejected(String receiptId, String fileName) {
    return "rejected/" + receiptId + "/" + fileName;
  }

  private static String folder(DocumentId id) {
    return switch (id.kind()) {
      case ARTICLE -> "articles/" + id.value();
      case TEASER -> "teasers/" + id.value();
      case LIVEBLOG -> "liveblogs/" + id.value();
    };
  }
}
