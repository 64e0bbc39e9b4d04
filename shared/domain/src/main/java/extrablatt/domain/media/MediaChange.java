package extrablatt.domain.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of media in the transaction that takes a file in.
 *
 * @param before the bundle as it was read; absent if it is new
 * @param after the bundle as it shall stand; absent if the file belongs to no teaser
 * @param claims whether the bundle's name becomes known with it
 * @param pictures those that are handed out from now on
 */
public record MediaChange(
    @Nullable MediaBundle before,
    @Nullable MediaBundle after,
    boolean claims,
    List<KnownPicture> pictures) {
  public MediaChange {
    pictures = List.copyOf(pictures);
  }
}
