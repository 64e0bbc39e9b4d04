package extrablatt.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.media.MediaFacts.Playlist;
import extrablatt.domain.media.MediaFacts.Variant;
import extrablatt.domain.media.Probing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistTest {
  private static final MediaProbe PROBE = new MediaProbe();

  @Test
  void aMasterPlaylistGivesItsRenditions() {
    var playlist =
        """
        #EXTM3U
        #EXT-X-VERSION:6
        #EXT-X-STREAM-INF:BANDWIDTH=2400000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2",FRAME-RATE=25.000
        https://cdn.example.org/ferry/720.m3u8
        #EXT-X-STREAM-INF:BANDWIDTH=128000,CODECS="mp4a.40.2"
        sound.m3u8
        """;

    var probing = PROBE.probe(Sample.of(playlist), "ferry.m3u8");

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Probed.class,
            probed ->
                assertThat(((Playlist) probed.facts()).variants())
                    .containsExactly(
                        new Variant(
                            "https://cdn.example.org/ferry/720.m3u8",
                            1280,
                            720,
                            2_400_000,
                            "avc1.64001f,mp4a.40.2",
                            25.0),
                        new Variant("sound.m3u8", null, null, 128_000, "mp4a.40.2", null)));
  }

  @Test
  void thePlaylistOfASingleRenditionIsRefusedWithAHint() {
    var probing = PROBE.probe(Sample.of("#EXTM3U\n#EXTINF:6.0,\na.ts\n#EXT-X-ENDLIST\n"), "a.m3u8");

    assertThat(probing)
        .isInstanceOfSatisfying(
            Probing.Refused.class,
            refused -> assertThat(refused.detail()).contains("drop the master playlist"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=x\na.m3u8\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=99999999999999999999999\na.m3u8\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1x\na.m3u8\n",
      })
  void aBrokenMasterPlaylistIsRefused(String playlist) {
    assertThat(PROBE.probe(Sample.of(playlist), "a.m3u8")).isInstanceOf(Probing.Refused.class);
  }
}
