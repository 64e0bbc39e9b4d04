package extrablatt.domain.media;

import extrablatt.domain.Bytes;
import extrablatt.domain.TeaserId;
import extrablatt.domain.ingest.OriginRecord.Delivery;
import extrablatt.domain.videos.TeaserForms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that belong to one teaser.
 *
 * @param version counts the changes of this record
 * @param name what joins them, if they were dropped
 * @param parts by kind, then by slot, the last first, so that of several uploads the latest counts
 *     and their order never depends on who came first
 * @param joined what they come to together, as a teaser's content is stored
 * @param publishedFor the publish time that was obeyed last
 * @param kill the provider's newest order to withdraw the teaser
 */
public record MediaBundle(
    TeaserId teaser,
    long version,
    @Nullable MediaName name,
    List<MediaPart> parts,
    Bytes joined,
    @Nullable Instant publishedFor,
    @Nullable Delivery kill) {
  private static final Comparator<MediaPart> ORDER =
      Comparator.comparing(MediaPart::kind)
          .thenComparing(Comparator.comparing(MediaPart::slot).reversed());

  public MediaBundle {
    parts = parts.stream().sorted(ORDER).toList();
  }

  /** A teaser to which no file belongs yet. */
  public static MediaBundle empty(TeaserId teaser, @Nullable MediaName name, Bytes nothing) {
    return new MediaBundle(teaser, 0, name, List.of(), nothing, null, null);
  }

  /** The part of a slot. */
  public Optional<MediaPart> part(String slot) {
    return parts.stream().filter(part -> part.slot().equals(slot)).findFirst();
  }

  /** What the provider says of the film. */
  public Optional<MediaPart> metadata() {
    return parts.stream().filter(part -> part.kind() == MediaPart.Kind.METADATA).findFirst();
  }

  /** How long the film is, by the latest file that says so. */
  public Optional<Duration> measured(TeaserForms forms) {
    return parts.stream()
        .filter(part -> part.kind() == MediaPart.Kind.FILM)
        .flatMap(part -> Optional.ofNullable(forms.read(part.said()).duration()).stream())
        .findFirst();
  }

  /** The same with a part in its slot. */
  public MediaBundle with(MediaPart part) {
    var others = new ArrayList<>(without(part.slot()).parts);
    others.add(part);
    return with(others);
  }

  /** The same without the part of a slot. */
  public MediaBundle without(String slot) {
    return with(parts.stream().filter(part -> !part.slot().equals(slot)).toList());
  }

  /** The next version, with what its parts come to now. */
  public MediaBundle joinedAs(Bytes content, @Nullable Instant publishAt) {
    return new MediaBundle(teaser, version + 1, name, parts, content, publishAt, kill);
  }

  /** The same, its provider having withdrawn the teaser. */
  public MediaBundle withKill(Delivery newKill) {
    return new MediaBundle(teaser, version, name, parts, joined, publishedFor, newKill);
  }

  private MediaBundle with(List<MediaPart> others) {
    return new MediaBundle(teaser, version, name, others, joined, publishedFor, kill);
  }
}
