package extrablatt.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class ZipFormatTest {
  private static final String PAGE = "Ein Titel\n\nEin Vorspann.\n\nEin Satz. Noch einer.\n";

  @Test
  void eachFileIsADocumentByItself() throws IOException {
    var several =
        several(
            Map.of("archiv/seite.txt", utf8(PAGE), "flut.rss", sample("feed/dike.rss")),
            Map.of("section", "Nord", "guid", "of-the-archive"));

    assertThat(several.members())
        .extracting(Reading.Member::name)
        .containsExactlyInAnyOrder("archiv/seite.txt", "flut.rss/entry 1", "flut.rss/entry 2");
    assertThat(several.members())
        .allSatisfy(member -> {
          var document = ((Reading.Understood) member.reading()).document();
          assertThat(document.guid()).isNotEqualTo("of-the-archive");
          assertThat(document.instruction().toString()).contains("section=Nord");
        });
  }

  @Test
  void whatIsNoDocumentIsToldApart() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("__MACOSX/._a.txt", utf8("x"));
    files.put("ordner/.DS_Store", utf8("x"));
    files.put("bilder/deich.jpg", new byte[] {1, 2, 3});
    files.put("innen.zip", zip(Map.of("a.txt", utf8(PAGE)), StandardCharsets.UTF_8));
    files.put("leer.txt", new byte[0]);
    files.put("gut.txt", utf8(PAGE));

    var several = several(files, Map.of());

    assertThat(several.warnings())
        .containsExactly("bilder/deich.jpg was left out: drop media under media/, each by itself");
    assertThat(several.members())
        .extracting(Reading.Member::name)
        .containsExactly("innen.zip", "leer.txt", "gut.txt");
    assertThat(several.members())
        .extracting(member -> member.reading().getClass().getSimpleName())
        .containsExactly("Refused", "Refused", "Understood");
  }

  @Test
  void pathsThatLeadOutOfItAreOnlyNames() {
    var several = several(Map.of("../../etc/passwd.txt", utf8(PAGE)), Map.of());

    assertThat(several.members().getFirst().reading()).isInstanceOf(Reading.Understood.class);
  }

  @Test
  void namesInAnOldCodePageAreRead() {
    var bytes = zip(Map.of("Märkte.txt", utf8(PAGE)), Charset.forName("IBM437"));

    var several = (Reading.Several) read(bytes, Map.of());

    assertThat(several.members().getFirst().name()).isEqualTo("Märkte.txt");
  }

  @Test
  void aBombIsRefusedBeforeItUnpacks() {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 7; i++) files.put(i + ".txt", new byte[9 * 1024 * 1024]);

    assertThat(refused(zip(files, StandardCharsets.UTF_8)).problem()).isEqualTo("too-large");
    assertThat(
            refused(zip(Map.of("eins.txt", new byte[10 * 1024 * 1024 + 1]), StandardCharsets.UTF_8))
                .problem())
        .isEqualTo("too-large");
  }

  @Test
  void moreFilesThanAreTakenAreRefused() {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 501; i++) files.put(i + ".txt", utf8(PAGE));
    assertThat(refused(zip(files, StandardCharsets.UTF_8)).faults().getFirst().detail())
        .contains("500 documents");

    for (int i = 0; i < 1_001; i++) files.put(i + ".jpg", new byte[0]);
    assertThat(refused(zip(files, StandardCharsets.UTF_8)).problem()).isEqualTo("too-large");
  }

  @Test
  void anArchiveOfNothingIsRefused() {
    assertThat(refused(zip(Map.of(), StandardCharsets.UTF_8)).faults().getFirst().detail())
        .contains("no document");
    assertThat(refused(utf8("PK")).problem()).isEqualTo("malformed");
  }

  @Test
  void anArchiveThatWasCutOffIsNotTakenInHalf() {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 5; i++) files.put(i + ".txt", utf8(PAGE));
    var whole = zip(files, StandardCharsets.UTF_8);

    for (int length = 4; length < whole.length - 1; length++) {
      var cut = refused(Arrays.copyOf(whole, length));

      assertThat(cut.problem()).isEqualTo("malformed");
    }
  }

  @Test
  void brokenArchivesNeverThrow() {
    var whole = zip(Map.of("a.txt", utf8(PAGE), "b.md", utf8("# B")), StandardCharsets.UTF_8);
    var random = new Random(19);
    for (int i = 0; i < 2_000; i++) {
      var broken = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--)
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);

      assertThat(read(broken, Map.of())).isNotNull();
    }
  }

  private static Reading.Several several(Map<String, byte[]> files, Map<String, String> metadata) {
    return (Reading.Several) read(zip(files, StandardCharsets.UTF_8), metadata);
  }

  private static Reading.Refused refused(byte[] bytes) {
    return (Reading.Refused) read(bytes, Map.of());
  }

  private static Reading read(byte[] bytes, Map<String, String> metadata) {
    return Formats.standard().read(new Source(Bytes.of(bytes), "a.zip", null, metadata));
  }

  private static byte[] zip(Map<String, byte[]> files, Charset names) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, names)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("../../samples").resolve(name));
  }
}
