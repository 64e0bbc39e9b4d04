package extrablatt.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Image;
import extrablatt.domain.articles.Image.Rendition;
import extrablatt.domain.videos.TeaserContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnPicturesTest {
  private static final String ID = "01M8ZQ4V7R2C9K3T5W8X1Y6B0D";
  private static final String URL = "/media/" + ID + "/f%C3%A4hre.jpg";
  private static final List<Rendition> RENDITIONS =
      List.of(new Rendition("/media/" + ID + "/f%C3%A4hre-320.jpg", 320, 180));

  private final Shelf shelf = new Shelf();

  @Test
  void aPictureThatWasUploadedHereGetsItsSizeAndItsSmallerVersions() {
    var image = new Image(URL, "A ferry", null, "K. Lund", null, null, List.of());

    var filled = OwnPictures.of(shelf, image, List.of()).filled(image);

    assertThat(filled).isEqualTo(new Image(URL, "A ferry", null, "K. Lund", 1280, 720, RENDITIONS));
  }

  @Test
  void picturesInABodyAndInItsBoxesAreFilledByOneLook() {
    var picture = new Block.Picture(new Image(URL, null, null, null, null, null, List.of()));
    var body = List.<Block>of(picture, new Block.Infobox("Ferries", List.of(picture)));

    var filled = OwnPictures.of(shelf, null, body).filled(body);

    var whole = new Block.Picture(new Image(URL, null, null, null, 1280, 720, RENDITIONS));
    assertThat(filled).containsExactly(whole, new Block.Infobox("Ferries", List.of(whole)));
    assertThat(shelf.looks).hasSize(1);
  }

  @Test
  void thePosterOfANewTeaserInABodyIsFilledToo() {
    var poster = new Image(URL, null, null, null, null, null, List.of());
    var teaser = TeaserContent.of("The ferry sails", null, null, null, null);
    var body = List.<Block>of(new Block.NewVideoTeaser(teaser.withPoster(poster)));

    var filled = OwnPictures.of(shelf, null, body).filled(body);

    var whole = new Image(URL, null, null, null, 1280, 720, RENDITIONS);
    assertThat(filled).containsExactly(new Block.NewVideoTeaser(teaser.withPoster(whole)));
  }

  @Test
  void whatADocumentSaysOfAPictureStays() {
    var own = List.of(new Rendition("https://example.org/small.jpg", 100, 50));
    var image = new Image(URL, null, null, null, 10, 5, own);

    assertThat(OwnPictures.of(shelf, image, List.of()).filled(image)).isEqualTo(image);
  }

  @Test
  void picturesOfOtherSitesAreCarriedAsTheyAreWithoutALook() {
    var image = new Image("https://example.org" + URL, null, null, null, null, null, List.of());

    assertThat(OwnPictures.of(shelf, image, List.of()).filled(image)).isEqualTo(image);
    assertThat(shelf.looks).isEmpty();
  }

  @Test
  void anotherFileOfTheSameUploadIsNotThePicture() {
    var image = new Image("/media/" + ID + "/other.jpg", null, null, null, null, null, List.of());

    assertThat(OwnPictures.of(shelf, image, List.of()).filled(image)).isEqualTo(image);
  }

  /** Knows one picture, and counts who asks. */
  private static final class Shelf implements MediaLibrary {
    private final List<Collection<String>> looks = new ArrayList<>();

    @Override
    public Optional<MediaBundle> bundle(TeaserId teaser) {
      return Optional.empty();
    }

    @Override
    public Optional<TeaserId> named(MediaName name) {
      return Optional.empty();
    }

    @Override
    public List<KnownPicture> pictures(Collection<String> ids) {
      looks.add(ids);
      var file = new MediaFile(ID, "fähre.jpg");
      return ids.contains(ID)
          ? List.of(new KnownPicture(file, "image/jpeg", 1280, 720, RENDITIONS))
          : List.of();
    }
  }
}
