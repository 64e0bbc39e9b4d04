package extrablatt.domain.media;

import extrablatt.domain.articles.Image;
import java.util.List;

/** A picture that is handed out here, with its smaller versions; its size in pixels. */
public record KnownPicture(
    MediaFile file, String mediaType, int width, int height, List<Image.Rendition> renditions) {
  public KnownPicture {
    renditions = List.copyOf(renditions);
  }
}
