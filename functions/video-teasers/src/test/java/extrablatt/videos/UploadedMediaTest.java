package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException.InvalidContent;
import extrablatt.domain.TeaserId;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Product;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.UploadKind;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserContent.Subtitles;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import extrablatt.testing.InMemoryMediaStore.HandedOut;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that were announced and sent to the content bucket. */
class UploadedMediaTest {
  private static final Bytes FILM = MediaSamples.named("first.mp4");
  private static final Bytes PICTURE = MediaSamples.named("wide.jpg");

  private final VideoDesk desk = new VideoDesk();
  private final TeaserId teaser = desk.made(Fragments.nothing().withTitle("Die Fähre"));

  @Test
  void aFilmFillsWhatTheEditorHasLeftOpen() {
    var receipt = desk.upload(UploadKind.VIDEO, "faehre.mp4", FILM, teaser);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(VideoDesk.teaser(receipt)).isEqualTo(teaser);
    var content = desk.view(teaser).content();
    assertThat(content.title()).isEqualTo("Die Fähre");
    assertThat(content.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(content.streams()).hasSize(1);
  }

  @Test
  void whatTheEditorHasSetStaysAndTheContradictionIsAWarning() {
    var set = with(desk.view(teaser).content(), Duration.ofMinutes(3), "4:3");
    desk.desk.save(desk.find(teaser), set, VideoDesk.EDITOR, Alongside.NOTHING);

    var receipt = desk.upload(UploadKind.VIDEO, "faehre.mp4", FILM, teaser);

    assertThat(desk.view(teaser).content().duration()).isEqualTo(Duration.ofMinutes(3));
    assertThat(desk.view(teaser).content().aspectRatio()).isEqualTo("4:3");
    assertThat(receipt.warnings())
        .anyMatch(warning -> warning.contains("PT3M") && warning.contains("PT2S"))
        .anyMatch(warning -> warning.contains("aspect ratio"));
  }

  @Test
  void aDurationThatAnEditorGivesInAnotherUnitThanTheFilmsIsANamedFault() {
    desk.upload(UploadKind.VIDEO, "faehre.mp4", FILM, teaser);
    var wrong = with(desk.view(teaser).content(), Duration.ofSeconds(2000), "16:9");

    assertThatExceptionOfType(InvalidContent.class)
        .isThrownBy(
            () -> desk.desk.save(desk.find(teaser), wrong, VideoDesk.EDITOR, Alongside.NOTHING))
        .satisfies(invalid ->
            assertThat(invalid.faults())
                .singleElement()
                .asString()
                .contains("/duration", "milliseconds were given as seconds"));
  }

  @Test
  void aLatePosterDoesNotRepeatWhatTheOthersSay() {
    desk.send("media/demo/f.json", "{\"title\": \"F\", \"duration\": \"0:05 min\"}");
    desk.send("media/demo/f.mp4", FILM);

    var receipt = desk.send("media/demo/f.jpg", PICTURE);

    assertThat(receipt.warnings()).isEmpty();
  }

  @Test
  void ofSeveralPostersTheLatestUploadCountsInWhicheverOrderTheyCome() {
    var earlier = desk.announce(UploadKind.POSTER, "a.jpg", PICTURE.length(), teaser);
    var later = desk.announce(UploadKind.POSTER, "b.jpg", PICTURE.length(), teaser);

    desk.send(later.key(), PICTURE);
    desk.send(earlier.key(), PICTURE);

    var poster = desk.poster(teaser);
    assertThat(poster.url()).isEqualTo(later.file().url());
  }

  @Test
  void subtitlesHaveTheLanguageThatWasAnnounced() {
    var receipt =
        desk.upload(UploadKind.SUBTITLES, "a.vtt", Bytes.utf8(VideoDesk.SUBTITLES), teaser);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(desk.view(teaser).content().subtitles())
        .extracting(Subtitles::language)
        .containsExactly("de");
  }

  @Test
  void aLiveTeaserGoesOnWithTheNewFile() {
    desk.desk.publish(desk.find(teaser), null, null, VideoDesk.EDITOR, Alongside.NOTHING);

    desk.upload(UploadKind.VIDEO, "faehre.mp4", FILM, teaser);

    assertThat(desk.find(teaser).visibleAt(VideoDesk.NOON).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void anEditorsDraftBesideALiveTeaserStaysADraft() {
    desk.desk.publish(desk.find(teaser), null, null, VideoDesk.EDITOR, Alongside.NOTHING);
    var draft = desk.view(teaser).content().withTitle("Noch nicht sagen");
    desk.desk.save(desk.find(teaser), draft, VideoDesk.EDITOR, Alongside.NOTHING);

    desk.upload(UploadKind.VIDEO, "faehre.mp4", FILM, teaser);

    assertThat(desk.find(teaser).visibleAt(VideoDesk.NOON).orElseThrow().revision()).isEqualTo(1);
    assertThat(((Found.Stored) desk.read(teaser)).gzip())
        .satisfies(gzip -> assertThat(Unzipped.text(gzip)).doesNotContain("Noch nicht"));
  }

  @Test
  void aPictureForNoTeaserIsKnownFromThenOn() {
    var upload = desk.announce(UploadKind.IMAGE, "hafen.jpg", PICTURE.length(), null);

    var receipt = desk.send(upload.key(), PICTURE);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.product()).isNull();
    assertThat(desk.stores.mediaLibrary().pictures(List.of(upload.id())))
        .singleElement()
        .satisfies(picture -> {
          assertThat(picture.width()).isEqualTo(640);
          assertThat(picture.renditions()).hasSize(2);
        });
  }

  @Test
  void aFileOfAnotherLengthThanAnnouncedIsRejectedAndItsReceiptNamesTheTeaser() {
    var upload = desk.announce(UploadKind.VIDEO, "faehre.mp4", FILM.length() + 1, teaser);

    var receipt = desk.send(upload.key(), FILM);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(receipt.product()).isEqualTo(new Product.OfTeaser(teaser));
    assertThat(desk.find(teaser).head()).isEqualTo(1);
  }

  @Test
  void aFileOfAnotherKindThanAnnouncedIsRejected() {
    var receipt = desk.upload(UploadKind.POSTER, "faehre", FILM, teaser);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(receipt).type()).isEqualTo("unsupported-type");
  }

  @Test
  void anAddressTakesOneFile() {
    var upload = desk.announce(UploadKind.VIDEO, "faehre.mp4", FILM.length(), teaser);
    desk.send(upload.key(), FILM);
    var other = FILM.array().clone();
    other[other.length - 1] ^= 1;

    var second = desk.send(upload.key(), Bytes.of(other));

    assertThat(second.outcome()).isEqualTo(Outcome.CONFLICT);
    assertThat(desk.stores.media().files())
        .containsEntry(upload.id() + "/faehre.mp4", new HandedOut(FILM, "video/mp4"));
  }

  @Test
  void whatNobodyHasAnnouncedIsRejected() {
    var receipt = desk.send("uploads/01M8ZQ4V7R2C9K3T5W8X1Y6B0D/faehre.mp4", FILM);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(desk.stores.media().files()).isEmpty();
  }

  private static TeaserContent with(TeaserContent content, Duration duration, String ratio) {
    return new TeaserContent(
        content.title(),
        content.caption(),
        content.speaker(),
        content.date(),
        duration,
        content.kind(),
        content.poster(),
        content.streams(),
        content.subtitles(),
        content.chapters(),
        content.transcript(),
        ratio,
        content.availableFrom(),
        content.availableUntil(),
        content.countries(),
        content.ageRating(),
        content.topics(),
        content.canonicalUrl());
  }
}
