package extrablatt.formats.archive;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.Ulids;
import extrablatt.domain.ingest.DocumentReader;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Reading.Enclosure;
import extrablatt.domain.ingest.Reading.Member;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.media.MediaFile;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.markup.Beside;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A ZIP archive of documents in any other format. Nothing of it touches a disk, and what it unpacks
 * to is bounded.
 */
public final class ZipFormat implements DocumentFormat {
  private static final String NAME = "zip";
  private static final String BROKEN = "malformed";
  private static final int END_LENGTH = 22;

  /** What stands there if there are more files than two bytes can count. */
  private static final int MANY = 0xFFFF;

  private static final int MOST_FILES = 1_000;
  private static final int MOST_DOCUMENTS = 500;
  private static final int LARGEST_FILE = 10 * 1024 * 1024;
  private static final long LARGEST = 50L * 1024 * 1024;

  private static final Set<String> MEDIA =
      Set.of(
          "jpg", "jpeg", "png", "gif", "webp", "avif", "tif", "tiff", "svg", "mp4", "mov", "m4a",
          "m4v", "webm", "mkv", "mp3", "wav", "m3u8", "ts", "vtt", "ttml", "pdf");

  private final DocumentReader documents;

  /** With a reader of the documents inside. */
  public ZipFormat(DocumentReader documents) {
    this.documents = documents;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/zip", "application/x-zip-compressed");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("zip");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  @Override
  public Reading read(Source source) {
    var read = read(source, StandardCharsets.UTF_8);
    if (!(read instanceof Reading.Refused(_, var problem, _)) || !problem.equals(BROKEN))
      return read;
    // Old tools write names in their own code page; then nothing but the names is read otherwise.
    return read(source, Charset.forName("IBM437")) instanceof Reading.Several several
        ? several
        : read;
  }

  private Reading read(Source source, Charset names) {
    var unpacking = new Unpacking();
    if (!looksLike(source.bytes().array())) return refused(BROKEN, "is no ZIP archive");
    try (var zip = new ZipInputStream(new ByteArrayInputStream(source.bytes().array()), names)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        unpacking.add(entry, zip);
      }
    } catch (TooMuch tooMuch) {
      return refused("too-large", String.valueOf(tooMuch.getMessage()));
    } catch (IOException | IllegalArgumentException broken) {
      return refused(BROKEN, "is no archive that can be unpacked: " + broken.getMessage());
    }
    var listed = listed(source.bytes().array());
    if (listed < 0) return refused(BROKEN, "has no end: it was cut off");
    if (listed != unpacking.files && listed != MANY)
      return refused(BROKEN, "lists %d files and holds %d".formatted(listed, unpacking.files));
    try {
      return unpacking.reading();
    } catch (TooMuch tooMuch) {
      return refused("too-large", String.valueOf(tooMuch.getMessage()));
    }
  }

  /**
   * How many files the end of the archive lists (APPNOTE.TXT, 4.3.16); -1 if it has no end. Read
   * from its beginning, an archive that was cut off between two files would seem whole.
   */
  private static int listed(byte[] bytes) {
    for (int i = bytes.length - END_LENGTH; i >= 0; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6)
        return (bytes[i + 10] & 0xFF) | (bytes[i + 11] & 0xFF) << 8;
    }
    return -1;
  }

  private static Reading refused(String problem, String detail) {
    return new Reading.Refused(NAME, problem, List.of(Fault.at("", detail)));
  }

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message);
    }
  }

  /** A document under its name in the archive. */
  private record Packed(String name, Bytes bytes) {}

  private final class Unpacking {
    private final Set<String> names = new HashSet<>();
    private final List<Packed> packed = new ArrayList<>();
    private final Beside pictures = new Beside();
    private final List<Member> members = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long unpacked;
    private int files;

    void add(ZipEntry entry, ZipInputStream zip) throws IOException {
      if (++files > MOST_FILES)
        throw new TooMuch("holds more than %,d files; split it".formatted(MOST_FILES));
      var name = name(entry);
      if (entry.isDirectory() || isOfATool(name)) return;
      var mediaType = Beside.mediaType(name).orElse(null);
      if (mediaType == null && MEDIA.contains(extension(name))) {
        warnings.add(name + " was left out: drop media under media/, each by itself");
        return;
      }
      var bytes = zip.readNBytes(LARGEST_FILE + 1);
      unpacked += bytes.length;
      if (bytes.length > LARGEST_FILE)
        throw new TooMuch("%s has more than %,d bytes".formatted(name, LARGEST_FILE));
      if (unpacked > LARGEST)
        throw new TooMuch("unpacks to more than %,d bytes; split it".formatted(LARGEST));
      if (mediaType == null) packed.add(new Packed(name, Bytes.of(bytes)));
      else pictures.add(enclosure(name, mediaType, Bytes.of(bytes)));
    }

    /** Reads what was unpacked, for a document may come before the pictures that it shows. */
    Reading reading() throws TooMuch {
      if (packed.isEmpty()) return refused("invalid", "holds no document");
      for (var document : packed) {
        var source = new Source(document.bytes(), file(document.name()), null, Map.of());
        add(document.name(), pictures.read(documents, source, document.name()));
        if (members.size() > MOST_DOCUMENTS)
          throw new TooMuch("holds more than %,d documents; split it".formatted(MOST_DOCUMENTS));
      }
      for (var name : pictures.others()) warnings.add(name + " was left out: no document shows it");
      return new Reading.Several(NAME, members, warnings, pictures.shown());
    }

    /**
     * The same bytes under the same name get the same id, so that nothing changes if they come
     * again.
     */
    private static Enclosure enclosure(String name, String mediaType, Bytes bytes) {
      var hash = Bytes.utf8(file(name) + "\n" + bytes.hash()).hash();
      var digest = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash));
      var first = digest.getLong(0) >>> 16;
      var id = Ulids.of(first, Arrays.copyOfRange(digest.array(), 6, 16));
      return new Enclosure(new MediaFile(id, file(name)), name, mediaType, bytes);
    }

    private void add(String name, Reading reading) {
      if (reading instanceof Reading.Several(_, var inside, var told, _)) {
        told.forEach(warning -> warnings.add(name + ": " + warning));
        for (var member : inside)
          members.add(new Member(name + "/" + member.name(), member.reading()));
      } else {
        members.add(new Member(name, reading));
      }
    }

    /** Names tell where nothing else does, so each counts once. */
    private String name(ZipEntry entry) {
      var told = entry.getName().replace('\\', '/');
      var plain = Inspection.isPlain(told) && told.length() <= 200 ? told : "file " + files;
      return names.add(plain) ? plain : plain + " (" + files + ")";
    }

    private static String file(String name) {
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  private static boolean isOfATool(String name) {
    return name.startsWith("__MACOSX/")
        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
