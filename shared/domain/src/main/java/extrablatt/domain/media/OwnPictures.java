package extrablatt.domain.media;

import extrablatt.domain.Ulids;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.Bodies;
import extrablatt.domain.articles.Image;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what is known of the pictures of one document that were uploaded here: their size and
 * their smaller versions, where the document does not say them. Pictures of other sites stay as
 * they are.
 */
public final class OwnPictures {
  private static final Pattern ADDRESS = Pattern.compile("/media/([^/]+)/[^/]+");

  private final Map<String, KnownPicture> known = new HashMap<>();

  private OwnPictures(Collection<KnownPicture> known) {
    for (var picture : known) this.known.put(picture.file().url(), picture);
  }

  /** Nothing is known. */
  public static OwnPictures none() {
    return new OwnPictures(List.of());
  }

  /** What is known of the pictures of a document: one look for all of them, none if it has none. */
  public static OwnPictures of(MediaLibrary library, @Nullable Image image, List<Block> body) {
    var ids = new HashSet<String>();
    collect(image, ids);
    Bodies.replaced(
        body,
        (block, _) -> {
          if (block instanceof Block.Picture(var picture)) collect(picture, ids);
          if (block instanceof Block.NewVideoTeaser(var teaser)) collect(teaser.poster(), ids);
          return block;
        });
    return new OwnPictures(ids.isEmpty() ? List.of() : library.pictures(ids));
  }

  private static void collect(@Nullable Image image, Set<String> ids) {
    if (image != null && image.url() != null) id(image.url()).ifPresent(ids::add);
  }

  private static Optional<String> id(String url) {
    var address = ADDRESS.matcher(url);
    return address.matches() && Ulids.isUlid(address.group(1))
        ? Optional.of(address.group(1))
        : Optional.empty();
  }

  /** The picture with what is known of it. */
  public @Nullable Image filled(@Nullable Image image) {
    return image == null ? null : present(image);
  }

  /** The body with what is known of its pictures, and of the posters of its new video teasers. */
  public List<Block> filled(List<Block> body) {
    return Bodies.replaced(body, (block, _) -> filled(block));
  }

  private Block filled(Block block) {
    if (block instanceof Block.Picture(var image)) return new Block.Picture(present(image));
    return block instanceof Block.NewVideoTeaser(var teaser)
        ? new Block.NewVideoTeaser(teaser.withPoster(filled(teaser.poster())))
        : block;
  }

  private Image present(Image image) {
    var picture = image.url() == null ? null : known.get(image.url());
    if (picture == null) return image;
    return new Image(
        image.url(),
        image.alt(),
        image.caption(),
        image.credit(),
        image.width() == null ? Integer.valueOf(picture.width()) : image.width(),
        image.height() == null ? Integer.valueOf(picture.height()) : image.height(),
        image.renditions().isEmpty() ? picture.renditions() : image.renditions());
  }
}
