package extrablatt.domain.media;

/** What a file is uploaded for. */
public enum UploadKind {
  /** The film of a teaser. */
  VIDEO,
  /** The picture that stands for a teaser's film. */
  POSTER,
  /** Subtitles of a teaser, in one language. */
  SUBTITLES,
  /** A picture for articles, liveblogs or whatever else. */
  IMAGE
}
