package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts.Subtitles;
import extrablatt.domain.media.Probing;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitlesTest {
  private static final MediaProbe PROBE = new MediaProbe();

  @Test
  void webVttGivesItsCuesAndALanguageThatItsHeaderNames() {
    var vtt =
        """
        \uFEFFWEBVTT - Die Fähre
        Kind: captions
        Language: de

        NOTE Nobody reads this.

        1
        00:00.000 --> 00:01.500 line:0
        Die Fähre legt ab.

        01:00:02.000 --> 01:00:03.250
        Und kommt an.
        """;

    assertThat(facts(vtt)).isEqualTo(new Subtitles("text/vtt", "de", 2));
  }

  @Test
  void anyLineEndingWill() {
    assertThat(facts("WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nA\r\n"))
        .isEqualTo(new Subtitles("text/vtt", null, 1));
    assertThat(facts("WEBVTT\r\r00:00.000 --> 00:01.000\rA\r"))
        .isEqualTo(new Subtitles("text/vtt", null, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "'WEBVTTX\n', 'line 1:'",
    "'WEBVTT\n\n00:00,000 --> 00:01,000\nA', 'line 3:'",
    "'WEBVTT\n\n00:02.000 --> 00:01.000\nA', 'line 3: the cue ends before it begins'",
    "'WEBVTT\n\n00:00.000 --> 00:01.000\nA\n\nx\n00:61.000 --> 01:02.000\nB', 'line 7:'",
  })
  void aFaultInWebVttIsNamedWithItsLine(String vtt, String detail) {
    var refused = refused(vtt);

    assertThat(refused.problem()).isEqualTo("malformed");
    assertThat(refused.detail()).contains(detail);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    var bytes = "WEBVTT\n\n00:00.000 --> 00:01.000\nF?hre\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xe4;

    assertThat(PROBE.probe(Sample.of(bytes), "a.vtt"))
        .isInstanceOfSatisfying(
            Probing.Refused.class, refused -> assertThat(refused.detail()).contains("UTF-8"));
  }

  @Test
  void aLineOfTenMegabytesIsNoTrouble() {
    assertThat(facts("WEBVTT\n\n00:00.000 --> 00:01.000\n" + "x".repeat(10_000_000)))
        .isEqualTo(new Subtitles("text/vtt", null, 1));
  }

  @Test
  void moreThanTenMebibytesAreNotTaken() {
    assertThat(refused("WEBVTT\n" + "x".repeat(11 << 20)).problem()).isEqualTo("too-large");
  }

  @Test
  void ttmlGivesItsCuesAndItsLanguage() {
    var ttml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xml:lang="de-AT">
          <tt:body><tt:div>
            <tt:p begin="00:00:01.000" end="00:00:02.500">Die Fähre legt ab.</tt:p>
            <tt:p begin="3.5s" dur="2s">Und kommt an.</tt:p>
          </tt:div></tt:body>
        </tt:tt>
        """;

    assertThat(facts(ttml)).isEqualTo(new Subtitles("application/ttml+xml", "de-AT", 2));
  }

  @ParameterizedTest
  @CsvSource({
    "'<tt xmlns=\"http://www.w3.org/ns/ttml\">\n<p begin=\"soon\"/></tt>', malformed, 'line 2: begin'",
    "'<tt xmlns=\"http://www.w3.org/ns/ttml\">\n<p>', malformed, 'line 2: '",
    "'<?xml version=\"1.0\"?><rss/>', unsupported-type, 'no TTML'",
    "'<tt xmlns=\"urn:x\"/>', unsupported-type, 'no TTML'",
  })
  void aFaultInTtmlIsNamedWithItsLine(String ttml, String problem, String detail) {
    var refused = refused(ttml);

    assertThat(refused.problem()).isEqualTo(problem);
    assertThat(refused.detail()).contains(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<tt xmlns=\"http://www.w3.org/ns/ttml\"><p>&b;</p></tt>",
        "<?xml version=\"1.0\"?><!DOCTYPE tt SYSTEM \"file:///etc/passwd\">"
            + "<tt xmlns=\"http://www.w3.org/ns/ttml\"/>",
      })
  void documentTypesAreNotTaken(String ttml) {
    assertThat(refused(ttml).problem()).isEqualTo("malformed");
  }

  @Test
  void elementsThatLieTooDeepAreRefused() {
    var ttml = "<tt xmlns=\"http://www.w3.org/ns/ttml\">" + "<div>".repeat(100_000);

    assertThat(refused(ttml).detail()).contains("deeper");
  }

  private static Object facts(String text) {
    var probing = PROBE.probe(Sample.of(text), "a");
    assertThat(probing).isInstanceOf(Probing.Probed.class);
    return ((Probing.Probed) probing).facts();
  }

  private static Probing.Refused refused(String text) {
    var probing = PROBE.probe(Sample.of(text), "a");
    assertThat(probing).isInstanceOf(Probing.Refused.class);
    return (Probing.Refused) probing;
  }
}
