package extrablatt.domain.videos;

/** How a video comes to the viewer. */
public enum VideoKind {
  CLIP,
  LIVESTREAM,
  BROADCAST
}
