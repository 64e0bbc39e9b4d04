package extrablatt.formats.pagetext;

import static extrablatt.formats.pagetext.PageTexts.article;
import static extrablatt.formats.pagetext.PageTexts.paragraph;
import static extrablatt.formats.pagetext.PageTexts.read;
import static extrablatt.formats.pagetext.PageTexts.sample;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes, byte order marks and line ends. */
final class EncodingTest {
  private static final String SAMPLE = new String(sample("elbe-hochwasser.txt"), UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkTellsTheCharset(String charset) {
    var bytes = ("\uFEFF" + SAMPLE).getBytes(Charset.forName(charset));

    assertThat(read(bytes)).isEqualTo(read(SAMPLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void withoutAMarkValidUtf8IsUtf8AndAllElseIsWindows1252(String charset) {
    assertThat(read(SAMPLE.getBytes(Charset.forName(charset)))).isEqualTo(read(SAMPLE));
  }

  @Test
  void windows1252HasTypographicMarks() {
    var text = "Titel\n\n„Größe“ – 5 € …\n\nText.";

    var article = article(read(text.getBytes(Charset.forName("windows-1252"))));

    assertThat(article.lead()).isEqualTo("„Größe“ – 5 € …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void linesEndInEveryWay(String end) {
    assertThat(read(SAMPLE.replace("\n", end))).isEqualTo(read(SAMPLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00a0", "\f", "\u2003", "\u200B", "\uFEFF"})
  void spacesAtLineEndsDoNotCount(String space) {
    var spaced = space + SAMPLE.replace("\n", space + "\n" + space + space);

    assertThat(article(read(spaced))).isEqualTo(article(SAMPLE));
  }

  @Test
  void spacesInsideALineStay() {
    assertThat(article("Titel\n\nVorspann.\n\nA  b\u00a0c\td.").body())
        .containsExactly(paragraph("A  b\u00a0c\td."));
  }

  @Test
  void controlCharactersOfAWireGo() {
    var article =
        article("\u0002Titel der Meldung\n\nVorspann mit\fSeitenwechsel \u0003und mehr Text.");

    assertThat(article.headline()).isEqualTo("Titel der Meldung");
    assertThat(article.lead()).isEqualTo("Vorspann mit Seitenwechsel und mehr Text.");
  }

  @Test
  void bytesThatAreNotWhatTheirMarkSaysAreRefusedWithTheirPlace() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFFTitel\r\n\r\n\u00dcber ".getBytes(UTF_8));
    bytes.write(0xFC);

    assertThat(read(bytes.toByteArray()))
        .isEqualTo(
            new Reading.Refused(
                "page-text",
                "invalid",
                List.of(
                    Fault.at(
                        3,
                        6,
                        "The byte order mark says UTF-8, but the bytes from here on are not."
                            + " Save the text as UTF-8."))));
  }

  @Test
  void halfACharacterOfUtf16IsRefused() {
    var whole = "\uFEFFTitel".getBytes(UTF_16LE);
    var half = Arrays.copyOf(whole, whole.length - 1);

    assertThat(read(half)).isInstanceOf(Reading.Refused.class);
    assertThat(read("\uFEFF\uD83D".getBytes(UTF_16BE))).isInstanceOf(Reading.Refused.class);
  }
}
