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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        .containsExactlyInAnyOrder(
            "archiv/seite.txt",
            "flut.rss/wellenbote-deich-17",
            "flut.rss/https://example.org/nord/zeile");
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
    files.put("filme/deich.mp4", new byte[] {1, 2, 3});
    files.put("innen.zip", zip(Map.of("a.txt", utf8(PAGE)), StandardCharsets.UTF_8));
    files.put("leer.txt", new byte[0]);
    files.put("gut.txt", utf8(PAGE));

    var several = several(files, Map.of());

    assertThat(several.warnings())
        .containsExactly(
            "filme/deich.mp4 was left out: drop media under media/, each by itself",
            "bilder/deich.jpg was left out: no document shows it");
    assertThat(several.enclosures()).isEmpty();
    assertThat(several.members())
        .extracting(Reading.Member::name)
        .containsExactly("innen.zip", "leer.txt", "gut.txt");
    assertThat(several.members())
        .extracting(member -> member.reading().getClass().getSimpleName())
        .containsExactly("Refused", "Refused", "Understood");
  }

  /** However a document names a picture that lies beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nord/a.md    | ---\\ntitle: A\\nimage: bilder/der%20deich.jpg\\n---\\n\\nText.",
        "nord/a.md    | # A\\n\\n![Der Deich](./bilder/der%20deich.jpg)",
        "nord/a.html  | <html><h1>A</h1><article><p>Text.</p><img src='bilder/der deich.jpg'></article></html>",
        "sued/a.html  | <html><h1>A</h1><article><p>Text.</p><img src='../nord/bilder/der deich.jpg?w=3'></article></html>",
        "sued/a.html  | <html><h1>A</h1><article><p>Text.</p><img src='/nord/bilder/der deich.jpg'></article></html>",
        "a.html       | <html><h1>A</h1><article><p>Text.</p><img src='der deich.jpg'></article></html>",
        "nord/a.json  | {\"uri\": \"urn:a\", \"type\": \"text\", \"headline\": \"A\", \"body_text\": \"Text.\", \"associations\": {\"main\": {\"uri\": \"urn:b\", \"type\": \"picture\", \"renditions\": {\"o\": {\"href\": \"bilder/der deich.jpg\"}}}}}",
        "nord/a.json  | {\"_id\": \"A\", \"type\": \"story\", \"version\": \"0.10.9\", \"headlines\": {\"basic\": \"A\"}, \"content_elements\": [{\"type\": \"text\", \"content\": \"Text.\"}, {\"type\": \"image\", \"url\": \"bilder/der deich.jpg\"}]}",
        "nord/a.xml   | <nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>Text.</p><media media-type='image'><media-reference mime-type='image/jpeg' source='bilder/der deich.jpg'/></media></body.content></body></nitf>",
        "nord/a.xml   | <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:a' version='1'><itemMeta><itemClass qcode='ninat:text'/></itemMeta><contentMeta><headline>A</headline></contentMeta><contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Text.</p></body></html></inlineXML><remoteContent href='bilder/der deich.jpg' contenttype='image/jpeg'/></contentSet></newsItem>",
        "nord/a.rss   | <rss version='2.0' xmlns:m='http://search.yahoo.com/mrss/'><channel><item><guid>a</guid><title>A</title><description>Text.</description><m:content url='bilder/der deich.jpg' type='image/jpeg'/></item></channel></rss>"
      })
  void picturesBesideADocumentAreItsPictures(String name, String document) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(name, utf8(document.replace("\\n", "\n")));
    files.put("nord/bilder/der deich.jpg", new byte[] {1, 2, 3});

    var several = several(files, Map.of());

    assertThat(several.warnings()).isEmpty();
    assertThat(several.enclosures())
        .singleElement()
        .satisfies(picture -> {
          assertThat(picture.name()).isEqualTo("nord/bilder/der deich.jpg");
          assertThat(picture.mediaType()).isEqualTo("image/jpeg");
          assertThat(picture.bytes().length()).isEqualTo(3);
          assertThat(picture.file().url()).endsWith("/der%20deich.jpg");
          assertThat(several.members())
              .singleElement()
              .satisfies(member -> {
                assertThat(member.reading()).isInstanceOf(Reading.Understood.class);
                assertThat(member.reading().toString()).contains("=" + picture.file().url());
              });
        });
  }

  @Test
  void theSameBytesUnderTheSameNameAreTheSamePicture() {
    var page = utf8("# A\n\n![B](b.jpg)");

    var first = several(Map.of("a.md", page, "b.jpg", new byte[] {1}), Map.of());
    var again = several(Map.of("x/a.md", page, "x/b.jpg", new byte[] {1}), Map.of());
    var other = several(Map.of("a.md", page, "b.jpg", new byte[] {2}), Map.of());

    assertThat(again.enclosures().getFirst().file())
        .isEqualTo(first.enclosures().getFirst().file())
        .isNotEqualTo(other.enclosures().getFirst().file());
  }

  @Test
  void aNameThatTwoPicturesHaveIsNobodysAlone() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("a.md", utf8("# A\n\nText.\n\n![B](b.jpg)"));
    files.put("x/b.jpg", new byte[] {1});
    files.put("y/b.jpg", new byte[] {2});

    assertThat(several(files, Map.of()).enclosures()).isEmpty();
  }

  /** Where a document cannot show a picture, its name leads nowhere. */
  @Test
  void onlyPicturesAreFoundThere() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        "a.html",
        utf8(
            "<html><link rel=canonical href=b.jpg><h1>A</h1><article><p>Text.</p><iframe src='b.jpg'></iframe></article></html>"));
    files.put("b.jpg", new byte[] {1});

    var several = several(files, Map.of());

    assertThat(several.enclosures()).isEmpty();
    assertThat(several.members().getFirst().reading()).isInstanceOf(Reading.Understood.class);
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
