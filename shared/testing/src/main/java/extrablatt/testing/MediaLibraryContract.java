package extrablatt.testing;

import static extrablatt.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Image.Rendition;
import extrablatt.domain.ingest.Order;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaChange;
import extrablatt.domain.media.MediaFile;
import extrablatt.domain.media.MediaName;
import extrablatt.domain.media.MediaPart;
import extrablatt.domain.publishing.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every library of media files obeys. */
public abstract class MediaLibraryContract {
  private static final TeaserId TEASER = new TeaserId("01JQ8Z00000000000000000C01");
  private static final TeaserId OTHER = new TeaserId("01JQ8Z00000000000000000C02");
  private static final MediaName NAME = new MediaName("demo", "harbour/ferry");
  private Stores stores;

  /** Empty stores. */
  protected abstract Stores stores();

  @BeforeEach
  void open() {
    stores = stores();
  }

  @Test
  void whatIsWrittenOfFilesIsRead() {
    var bundle = bundle(TEASER, 1, NAME);

    assertThat(commit(new MediaChange(null, bundle, true, List.of())))
        .isEqualTo(Commit.Result.DONE);

    assertThat(stores.media().bundle(TEASER)).contains(bundle);
    assertThat(stores.media().named(NAME)).contains(TEASER);
    assertThat(stores.media().bundle(OTHER)).isEmpty();
    assertThat(stores.media().named(new MediaName("demo", "harbour"))).isEmpty();
  }

  @Test
  void filesAreChangedFromTheStateThatWasRead() {
    commit(new MediaChange(null, bundle(TEASER, 1, NAME), true, List.of()));

    var first = new MediaChange(bundle(TEASER, 1, NAME), bundle(TEASER, 2, NAME), false, List.of());
    assertThat(commit(first)).isEqualTo(Commit.Result.DONE);
    assertThat(commit(first)).isEqualTo(Commit.Result.DOCUMENT_CHANGED);

    assertThat(stores.media().bundle(TEASER)).contains(bundle(TEASER, 2, NAME));
  }

  @Test
  void aNameBelongsToOneTeaser() {
    commit(new MediaChange(null, bundle(TEASER, 1, NAME), true, List.of()));

    var second = new MediaChange(null, bundle(OTHER, 1, NAME), true, List.of());

    assertThat(commit(second)).isEqualTo(Commit.Result.ORIGIN_CHANGED);
    assertThat(stores.media().named(NAME)).contains(TEASER);
    assertThat(stores.media().bundle(OTHER)).isEmpty();
  }

  @Test
  void picturesAreKnownByTheirIds() {
    var picture =
        new KnownPicture(
            new MediaFile("01JQ8Z00000000000000000D01", "fähre.jpg"),
            "image/jpeg",
            1280,
            720,
            List.of(new Rendition("/media/01JQ8Z00000000000000000D01/f-320.jpg", 320, 180)));

    commit(new MediaChange(null, null, false, List.of(picture)));

    assertThat(
            stores
                .media()
                .pictures(List.of("01JQ8Z00000000000000000D01", "01JQ8Z00000000000000000D02")))
        .containsExactly(picture);
    assertThat(stores.media().pictures(List.of())).isEmpty();
  }

  private Commit.Result commit(MediaChange change) {
    return stores.content().commit(new Commit(List.of(), null, List.of(), null, change));
  }

  private static MediaBundle bundle(TeaserId teaser, long version, @Nullable MediaName name) {
    var delivery = new Delivery(new Order(version, "0A"), "hash", "receipt", null);
    var part =
        new MediaPart(
            "media/demo/harbour/ferry.json",
            MediaPart.Kind.METADATA,
            delivery,
            Bytes.utf8("{\"title\":\"Ferry\"}"),
            NOON,
            "Ferry",
            "guid");
    var kill = new Delivery(new Order(null, "0B"), "hash", "receipt", "rights");
    return new MediaBundle(
        teaser, version, name, List.of(part), Bytes.utf8("{\"kind\":\"clip\"}"), NOON, kill);
  }
}
