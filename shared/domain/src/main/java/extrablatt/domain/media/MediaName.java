package extrablatt.domain.media;

/**
 * What joins dropped files into one teaser: their provider, and the part of their keys that they
 * share.
 *
 * @param name the key below the provider, less endings; such as {@code harbour/ferry} for {@code
 *     media/demo/harbour/ferry.de.vtt}
 */
public record MediaName(String provider, String name) {
  /** The name without its folders. */
  public String title() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
