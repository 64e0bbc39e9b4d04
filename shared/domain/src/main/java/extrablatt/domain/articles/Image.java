package extrablatt.domain.articles;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A picture; from page text only its caption is known. Width and height are pixels. */
public record Image(
    @Nullable String url,
    @Nullable String alt,
    @Nullable String caption,
    @Nullable String credit,
    @Nullable Integer width,
    @Nullable Integer height,
    List<Rendition> renditions) {
  public Image {
    renditions = List.copyOf(renditions);
  }

  /** The same with its address, and those of its other sizes, written otherwise. */
  public Image at(UnaryOperator<String> writing) {
    return new Image(
        url == null ? null : writing.apply(url),
        alt,
        caption,
        credit,
        width,
        height,
        renditions.stream()
            .map(size -> new Rendition(writing.apply(size.url()), size.width(), size.height()))
            .toList());
  }

  /** The same picture in another size. */
  public record Rendition(String url, @Nullable Integer width, @Nullable Integer height) {}

  /** A picture of which only the caption is known. */
  public static Image captioned(String caption) {
    return new Image(null, null, caption, null, null, null, List.of());
  }
}
