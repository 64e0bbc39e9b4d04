package extrablatt.domain.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.ingest.MediaPlace.Dropped;
import extrablatt.domain.ingest.MediaPlace.Uploaded;
import extrablatt.domain.media.MediaName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPlaceTest {
  @ParameterizedTest
  @CsvSource({
    "ferry.mp4, ferry, mp4, ",
    "ferry.MP4, ferry, mp4, ",
    "ferry.jpg, ferry, jpg, ",
    "ferry.json, ferry, json, ",
    "ferry.de.vtt, ferry, vtt, de",
    "ferry.en-GB.ttml, ferry, ttml, en-GB",
    "ferry.hsb.vtt, ferry, vtt, hsb",
    "ferry.vtt, ferry, vtt, ",
    "ferry.mov.vtt, ferry.mov, vtt, ",
    "2026.11.26-ferry.mp4, 2026.11.26-ferry, mp4, ",
    "2026.11.26-ferry.de.vtt, 2026.11.26-ferry, vtt, de",
    "harbour/ferry.de.vtt, harbour/ferry, vtt, de",
    "harbour.2026/ferry, harbour.2026/ferry, '', ",
  })
  void aFileIsJoinedByItsNameLessItsEndings(
      String path, String name, String ending, String language) {
    assertThat(MediaPlace.of("media/demo/" + path))
        .contains(new Dropped(new MediaName("demo", name), ending, language));
  }

  @Test
  void anUploadIsFoundByItsId() {
    assertThat(MediaPlace.of("uploads/01M8ZQ/ferry sails.mp4")).contains(new Uploaded("01M8ZQ"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "media/ferry.mp4",
        "media//ferry.mp4",
        "media/demo/",
        "media/demo/.vtt",
        "uploads/ferry.mp4",
        "uploads/a/b/ferry.mp4",
        "publish/demo/ferry.mp4",
        "",
      })
  void otherKeysAreNone(String key) {
    assertThat(MediaPlace.of(key)).isEmpty();
  }
}
