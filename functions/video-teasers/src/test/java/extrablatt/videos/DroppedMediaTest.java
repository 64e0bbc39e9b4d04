package extrablatt.videos;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.Image.Rendition;
import extrablatt.domain.delivery.Found;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.publishing.Status;
import extrablatt.domain.videos.TeaserContent.Stream;
import extrablatt.domain.videos.TeaserEdit.Alongside;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are dropped below {@code media/}. */
class DroppedMediaTest {
  private static final Bytes FILM = MediaSamples.named("last.mp4");

  private final VideoDesk desk = new VideoDesk();

  @Test
  void aFilmMakesADraftThatIsCalledLikeTheFile() {
    var receipt = desk.send("media/demo/faehre.mp4", FILM);

    assertThat(receipt.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(receipt.format()).isEqualTo("video/mp4");
    assertThat(receipt.provider()).isEqualTo("demo");
    var teaser = desk.view(VideoDesk.teaser(receipt));
    assertThat(teaser.publication().statusAt(VideoDesk.NOON)).isEqualTo(Status.DRAFT);
    var content = teaser.content();
    assertThat(content.title()).isEqualTo("faehre");
    assertThat(content.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(content.aspectRatio()).isEqualTo("16:9");
    assertThat(content.date()).isEqualTo(LocalDate.of(2026, 3, 14));
    assertThat(content.streams())
        .containsExactly(
            new Stream(
                "/media/" + receipt.id() + "/faehre.mp4",
                "video/mp4",
                320,
                180,
                47_552,
                "avc1.640015,mp4a.40.2",
                25.0,
                true));
    assertThat(desk.stores.media().files()).containsKey(receipt.id() + "/faehre.mp4");
  }

  @Test
  void anObjectsOwnTitleCountsOverItsName() {
    desk.deliver(desk.drop("media/demo/faehre.mp4", FILM, Map.of("title", "Die Fähre")));

    assertThat(desk.view(desk.teaser()).content().title()).isEqualTo("Die Fähre");
  }

  @Test
  void aPictureIsHandedOutInEveryWidth() {
    var receipt = desk.send("media/demo/faehre.jpg", MediaSamples.named("wide.jpg"));

    var folder = "/media/" + receipt.id() + "/";
    var poster = desk.poster(desk.teaser());
    assertThat(poster.url()).isEqualTo(folder + "faehre.jpg");
    assertThat(poster.renditions())
        .containsExactly(
            new Rendition(folder + "faehre-320.jpg", 320, 180),
            new Rendition(folder + "faehre-640.jpg", 640, 360));
    assertThat(desk.stores.media().files()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "faehre.mp4, wide.jpg, unsupported-type",
    "faehre.jpg, last.mp4, unsupported-type",
    "faehre.png, wide.jpg, unsupported-type",
    "faehre.vtt, film.webm, unsupported-type",
  })
  void aFileThatIsNotWhatItIsCalledIsRejected(String name, String sample, String problem) {
    var receipt = desk.send("media/demo/" + name, MediaSamples.named(sample));

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(receipt).type()).isEqualTo(problem);
    assertThat(VideoDesk.problem(receipt).detail()).contains("its content is");
    assertThat(desk.teasers()).isEmpty();
    assertThat(desk.stores.media().files()).isEmpty();
    assertThat(desk.stores.media().rejected())
        .containsOnlyKeys(receipt.id() + "/" + name, receipt.id() + "/" + name + ".problem.json");
  }

  @Test
  void theSameFileAgainIsADuplicateAndAnotherOneTakesItsPlace() {
    desk.send("media/demo/faehre.mp4", FILM);

    var again = desk.send("media/demo/faehre.mp4", FILM);
    var other = desk.send("media/demo/faehre.mp4", MediaSamples.named("hevc.mp4"));

    assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(other.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(desk.view(desk.teaser()).content().streams())
        .extracting(Stream::codec)
        .containsExactly("hvc1.4.10.L60.9E.8");
  }

  @Test
  void anOlderFileNeverTakesTheNewersPlace() {
    var older = desk.drop("media/demo/faehre.mp4", FILM);
    var newer = desk.drop("media/demo/faehre.mp4", MediaSamples.named("hevc.mp4"));

    desk.deliver(newer);
    var receipt = desk.deliver(older);

    assertThat(receipt.outcome()).isEqualTo(Outcome.STALE);
    assertThat(desk.view(desk.teaser()).content().streams())
        .extracting(Stream::url)
        .containsExactly("/media/" + newer.receiptId() + "/faehre.mp4");
    assertThat(desk.stores.media().files()).doesNotContainKey(older.receiptId() + "/faehre.mp4");
  }

  @Test
  void oneDeliveryTwiceIsOneReceipt() {
    var dropped = desk.drop("media/demo/faehre.mp4", FILM);

    var first = desk.deliver(dropped);
    var second = desk.deliver(dropped);

    assertThat(second).isEqualTo(first);
    assertThat(desk.find(desk.teaser()).head()).isEqualTo(1);
  }

  @Test
  void metadataThatSayWhenPublishTheTeaserAndLaterFilesGoLiveWithIt() {
    desk.send("media/demo/faehre.json", metadata("2026-11-26T10:00:00Z"));

    desk.send("media/demo/faehre.mp4", FILM);

    var publication = desk.find(desk.teaser());
    assertThat(publication.statusAt(VideoDesk.NOON)).isEqualTo(Status.PUBLISHED);
    assertThat(publication.visibleAt(VideoDesk.NOON).orElseThrow().revision())
        .isEqualTo(publication.head());
    assertThat(json(desk.read(desk.teaser()))).contains("avc1.640015");
  }

  @Test
  void aLaterFileOfAScheduledTeaserNeverBreaksItsEmbargo() {
    desk.send("media/demo/faehre.json", metadata("2026-11-26T14:00:00Z"));

    desk.send("media/demo/faehre.mp4", FILM);

    assertThat(desk.read(desk.teaser())).isInstanceOf(Found.NotFound.class);
    desk.clock.pass(Duration.ofHours(2));
    assertThat(json(desk.read(desk.teaser()))).contains("avc1.640015");
  }

  @Test
  void anEditorsLaterScheduleIsNotTurnedBackByALateFile() {
    desk.send("media/demo/faehre.json", metadata("2026-11-26T14:00:00Z"));
    var id = desk.teaser();
    var evening = VideoDesk.NOON.plus(Duration.ofHours(8));
    desk.desk.publish(desk.find(id), null, evening, VideoDesk.EDITOR, Alongside.NOTHING);

    desk.send("media/demo/faehre.de.vtt", VideoDesk.SUBTITLES);

    assertThat(desk.find(id).scheduledAt(VideoDesk.NOON).orElseThrow().from()).isEqualTo(evening);
  }

  @Test
  void aKillWithdrawsAndLaterFilesDoNotBringTheTeaserBack() {
    desk.send("media/demo/faehre.json", metadata("2026-11-26T10:00:00Z"));

    var kill =
        desk.send("media/demo/faehre.json", "{\"withdraw\": {\"reason\": \"Rechte fehlen\"}}");
    var late = desk.send("media/demo/faehre.mp4", FILM);

    assertThat(kill.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(late.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(late.warnings()).anyMatch(warning -> warning.contains("stays so"));
    assertThat(desk.read(desk.teaser())).isInstanceOf(Found.Withdrawn.class);
  }

  @Test
  void aKillThatComesFirstStaysWhenTheFilesCome() {
    desk.send("media/demo/faehre.json", "{\"withdraw\": {\"reason\": \"Rechte fehlen\"}}");

    desk.send("media/demo/faehre.mp4", FILM);

    var publication = desk.find(desk.teaser());
    assertThat(publication.statusAt(VideoDesk.NOON)).isEqualTo(Status.WITHDRAWN);
    assertThat(desk.view(desk.teaser()).content().streams()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aDurationInAnotherUnitIsANamedFaultInWhicheverOrder(boolean metadataFirst) {
    var metadata =
        desk.drop("media/demo/faehre.json", Bytes.utf8("{\"title\": \"F\", \"duration\": 2000}"));
    var film = desk.drop("media/demo/faehre.mp4", FILM);

    desk.deliver(metadataFirst ? metadata : film);
    desk.deliver(metadataFirst ? film : metadata);

    var refused = desk.receipt(metadata);
    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(refused).faults())
        .singleElement()
        .asString()
        .contains("/duration", "milliseconds were given as seconds");
    assertThat(desk.receipt(film).outcome()).isEqualTo(Outcome.ACCEPTED);
    var content = desk.view(desk.teaser()).content();
    assertThat(content.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(content.title()).isEqualTo("faehre");
  }

  @Test
  void whatMerelyDiffersIsAWarningAndTheProvidersWordStands() {
    desk.send("media/demo/faehre.json", "{\"title\": \"F\", \"duration\": \"0:05 min\"}");

    var receipt = desk.send("media/demo/faehre.mp4", FILM);

    assertThat(receipt.warnings()).singleElement().asString().contains("PT5S", "PT2S");
    assertThat(desk.view(desk.teaser()).content().duration()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anObjectThatNamesATeaserFillsThatOne() {
    var id = desk.made(Fragments.nothing().withTitle("Vom Schreibtisch"));

    var receipt =
        desk.deliver(desk.drop("media/demo/faehre.mp4", FILM, Map.of("teaser", id.value())));

    assertThat(VideoDesk.teaser(receipt)).isEqualTo(id);
    assertThat(desk.view(id).content().title()).isEqualTo("Vom Schreibtisch");
    assertThat(desk.view(id).content().streams()).hasSize(1);
  }

  @Test
  void anObjectThatNamesNoTeaserThereIsIsRejected() {
    var receipt =
        desk.deliver(
            desk.drop(
                "media/demo/faehre.mp4", FILM, Map.of("teaser", "01M8ZQ4V7R2C9K3T5W8X1Y6B0D")));

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(receipt).type()).isEqualTo("not-found");
  }

  @Test
  void metadataWithFaultsAreRejectedWithAllOfThem() {
    var receipt =
        desk.send(
            "media/demo/faehre.json", "{\"titel\": \"F\", \"duration\": \"-3\", \"kind\": \"x\"}");

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(receipt).faults()).hasSize(3);
  }

  @Test
  void aKeyOutsideThePrefixesIsRejected() {
    var receipt = desk.send("media/faehre.mp4", FILM);

    assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(VideoDesk.problem(receipt).detail()).contains("media/{provider}/{name}.{ending}");
  }

  private static String metadata(String publishAt) {
    return "{\"title\": \"Die Fähre\", \"publishAt\": \"%s\"}".formatted(publishAt);
  }

  private static String json(Found found) {
    return switch (found) {
      case Found.Stored(var gzip, _, _) -> Unzipped.text(gzip);
      case Found.Joined(var json, _, _) -> json.text();
      case Found.NotInThisForm other -> throw new AssertionError(other);
      case Found.Moved _, Found.Withdrawn _, Found.Expired _, Found.NotFound _ ->
          throw new AssertionError("not there: " + found);
    };
  }
}
