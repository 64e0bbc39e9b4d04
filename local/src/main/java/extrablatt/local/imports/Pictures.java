package extrablatt.local.imports;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Reading.Enclosure;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.media.MediaFile;
import extrablatt.formats.markup.Beside;
import extrablatt.local.imports.Document.Content;
import extrablatt.local.imports.Document.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The pictures that lie beside documents in a folder or an archive: a document that shows some goes
 * out with them, as an archive.
 */
final class Pictures {
  private static final Bytes UNREAD = Bytes.utf8("");

  /** The same files are the same archive, whenever it is made. */
  private static final LocalDateTime EVER = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final DocumentReader reader;
  private final Beside beside = new Beside();
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  Pictures(DocumentReader reader) {
    this.reader = reader;
  }

  /** Adds a file if it is a picture. */
  boolean add(String name, Content content) {
    var mediaType = Beside.mediaType(name).orElse(null);
    if (mediaType == null) return false;
    beside.add(new Enclosure(new MediaFile("unknown", file(name)), name, mediaType, UNREAD));
    contents.put(name, content);
    return true;
  }

  /** A document with the pictures that it shows. */
  Content with(String name, Content document) {
    return () -> {
      var payload = document.read();
      if (contents.isEmpty()) return payload;
      var looking = beside.unseen();
      looking.read(reader, new Source(payload.bytes(), file(name), null, Map.of()), name);
      return looking.shown().isEmpty() ? payload : packed(name, payload, looking.shown());
    };
  }

  /** How many no document has shown. */
  int left() {
    return contents.size() - shown.size();
  }

  private Payload packed(String name, Payload document, List<Enclosure> pictures)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, name, document.bytes().array());
      for (var picture : pictures) {
        var content = contents.get(picture.name());
        if (content == null) continue;
        put(zip, picture.name(), content.read().bytes().array());
        shown.add(picture.name());
      }
    }
    return new Payload(Bytes.of(bytes.toByteArray()), "application/zip");
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(EVER);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
