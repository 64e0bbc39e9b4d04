package extrablatt.local.imports;

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

  private Documents() {}

  /** All files below some paths, in the order of their names. */
  public static Documents below(List<Path> paths) throws IOException {
    var documents = new Documents();
    for (var path : paths) {
      if (Files.isDirectory(path)) documents.addFolder(path);
      else if (isArchive(path)) documents.addArchive(path);
      else documents.add(path, String.valueOf(path.getFileName()));
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
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!isHidden(folder.relativize(file))) add(file, name(folder.relativize(file).toString()));
      }
    }
  }

  private static boolean isHidden(Path path) {
    for (var part : path) {
      if (part.toString().startsWith(".")) return true;
    }
    return false;
  }

  private void add(Path file, String name) {
    all.add(
        new Document(
            name,
            () -> {
              try (var stream = Files.newInputStream(file)) {
                return limited(stream);
              }
            }));
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
    all.addAll(entries);
  }

  private static byte[] limited(InputStream stream) throws IOException {
    return stream.readNBytes(LARGEST);
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
