package extrablatt.local.imports;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * The files in folders and ZIP archives, and those that are named themselves. Names in an archive
 * lead nowhere outside of it; an entry is read to the size of the largest drop and no further, so a
 * bomb bursts nothing.
 */
public final class Documents implements AutoCloseable {
  /** As much as ingest takes in, and one byte. */
  private static final int LARGEST = 10 * 1024 * 1024 + 1;

  private final List<Document> all = new ArrayList<>();
  private final List<ZipFile> archives = new ArrayList<>();
  private final List<Pictures> pictures = new ArrayList<>();
  private final DocumentReader reader;
  private final boolean enclosing;

  private Documents(DocumentReader reader, boolean enclosing) {
    this.reader = reader;
    this.enclosing = enclosing;
  }

  /**
   * All files below some paths, in the order of their names.
   *
   * @param reader tells which pictures a document shows
   * @param enclosing whether a document takes those along that lie beside it
   */
  public static Documents below(List<Path> paths, DocumentReader reader, boolean enclosing)
      throws IOException {
    var documents = new Documents(reader, enclosing);
    for (var path : paths) {
      if (Files.isDirectory(path)) documents.addFolder(path);
      else if (isArchive(path)) documents.addArchive(path);
      else documents.all.add(document(path, String.valueOf(path.getFileName())));
    }
    return documents;
  }

  /** What was found. */
  public List<Document> all() {
    return all;
  }

  private static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private void addFolder(Path folder) throws IOException {
    var found = new ArrayList<Document>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!isHidden(folder.relativize(file)))
          found.add(document(file, name(folder.relativize(file).toString())));
      }
    }
    addAll(found);
  }

  /** What was found in one place; its pictures are no documents. */
  private void addAll(List<Document> found) {
    var beside = new Pictures(reader);
    pictures.add(beside);
    for (var file : found) {
      if (beside.add(file.name(), file.content())) continue;
      all.add(
          enclosing ? new Document(file.name(), beside.with(file.name(), file.content())) : file);
    }
  }

  /** How many pictures went with no document so far. */
  public int picturesLeft() {
    return pictures.stream().mapToInt(Pictures::left).sum();
  }

  private static boolean isHidden(Path path) {
    for (var part : path) {
      if (part.toString().startsWith(".")) return true;
    }
    return false;
  }

  private static Document document(Path file, String name) {
    return new Document(
        name,
        () -> {
          try (var stream = Files.newInputStream(file)) {
            return limited(stream);
          }
        });
  }

  private void addArchive(Path path) throws IOException {
    var archive = new ZipFile(path.toFile());
    archives.add(archive);
    var entries = new ArrayList<Document>();
    archive.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry ->
            entries.add(
                new Document(
                    name(entry.getName()),
                    () -> {
                      try (var stream = archive.getInputStream(entry)) {
                        return limited(stream);
                      }
                    })));
    entries.sort(Comparator.comparing(Document::name));
    addAll(entries);
  }

  private static Document.Payload limited(InputStream stream) throws IOException {
    return new Document.Payload(Bytes.of(stream.readNBytes(LARGEST)));
  }

  /** A name with slashes and without steps upwards. */
  private static String name(String path) {
    return Arrays.stream(path.replace('\\', '/').split("/", -1))
        .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
        .collect(Collectors.joining("/"));
  }

  @Override
  public void close() throws IOException {
    for (var archive : archives) archive.close();
  }
}
