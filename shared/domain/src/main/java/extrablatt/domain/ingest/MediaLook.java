package extrablatt.domain.ingest;

import extrablatt.domain.articles.Image.Rendition;
import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.KnownPicture;
import extrablatt.domain.media.MediaFacts;
import extrablatt.domain.media.MediaFile;
import extrablatt.domain.media.MediaPart.Kind;
import extrablatt.domain.media.MediaStore.Arrival;
import extrablatt.domain.media.Probing;
import extrablatt.domain.media.UploadKind;
import extrablatt.domain.videos.TeaserContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks into a media file, and hands it out if it is what it claims to be. */
final class MediaLook {
  /** The largest file that is taken in, in bytes: what S3 copies in one request. */
  private static final long LARGEST = 5L << 30;

  private final MediaIntake intake;

  MediaLook(MediaIntake intake) {
    this.intake = intake;
  }

  /**
   * A file that came in.
   *
   * @param promised the ending of its name, or its announced media type
   * @param announced what it was announced for, if it was
   */
  record Asked(
      Arrival arrival,
      DropStore.Head head,
      MediaFile file,
      String promised,
      @Nullable UploadKind announced,
      @Nullable String language) {}

  /** What came of looking. */
  sealed interface Seen {
    /** It can be taken. */
    record Fit(MediaFacts facts, List<String> warnings) implements Seen {
      public Fit {
        warnings = List.copyOf(warnings);
      }
    }

    /** It cannot. */
    record Refused(String problem, String detail) implements Seen {}
  }

  /** What a file comes to once it is handed out. */
  record Out(Kind kind, TeaserContent said, List<KnownPicture> pictures, List<String> warnings) {
    Out {
      pictures = List.copyOf(pictures);
      warnings = List.copyOf(warnings);
    }
  }

  Seen into(Asked asked) {
    long size = asked.head().size();
    if (size > LARGEST)
      return new Seen.Refused(
          "too-large",
          "The file has %d bytes; at most %d are taken. Encode it smaller, or serve it from elsewhere."
              .formatted(size, LARGEST));
    var bytes = intake.files().open(asked.arrival(), size);
    return switch (intake.probe().probe(bytes, asked.file().fileName())) {
      case Probing.Refused(var problem, var detail) -> new Seen.Refused(problem, detail);
      case Probing.Probed(var facts, var warnings) -> {
        var contradiction = contradiction(asked, facts);
        yield contradiction == null
            ? new Seen.Fit(facts, warnings)
            : new Seen.Refused("unsupported-type", contradiction);
      }
    };
  }

  private static @Nullable String contradiction(Asked asked, MediaFacts facts) {
    var promised = MediaType.kind(asked.promised()).orElse(null);
    var content = MediaType.kind(facts.mediaType()).orElse(null);
    if (promised != null && content != null && !promised.equals(content))
      return "It is called %s (%s), but its content is %s (%s); give it its right name and type."
          .formatted(promised, asked.promised(), content, facts.mediaType());
    var announced = asked.announced();
    if (announced != null && !fits(announced, facts))
      return "It was announced as %s, but its content is %s; announce it as what it is."
          .formatted(announced.name().toLowerCase(Locale.ROOT), facts.mediaType());
    return null;
  }

  private static boolean fits(UploadKind announced, MediaFacts facts) {
    return switch (facts) {
      case MediaFacts.Film _, MediaFacts.Playlist _ -> announced == UploadKind.VIDEO;
      case MediaFacts.Subtitles _ -> announced == UploadKind.SUBTITLES;
      case MediaFacts.Picture _ -> announced == UploadKind.POSTER || announced == UploadKind.IMAGE;
    };
  }

  /** Hands a file out, a picture with its smaller versions. */
  Out handOut(Asked asked, Seen.Fit seen) {
    intake.files().publish(asked.arrival(), asked.file(), seen.facts().mediaType());
    if (!(seen.facts() instanceof MediaFacts.Picture picture)) return asHandedOut(asked, seen);
    var bytes = intake.files().open(asked.arrival(), asked.head().size());
    var scaling = intake.scaler().scale(bytes, picture);
    var renditions = new ArrayList<Rendition>();
    for (var scaled : scaling.pictures()) {
      var file = rendition(asked.file(), scaled.width());
      intake.files().publish(file, scaled.jpeg(), "image/jpeg");
      renditions.add(new Rendition(file.url(), scaled.width(), scaled.height()));
    }
    return picture(asked, picture, renditions, scaling.warnings());
  }

  private static MediaFile rendition(MediaFile original, int width) {
    var name = original.fileName();
    int dot = name.lastIndexOf('.');
    var stem = dot < 1 ? name : name.substring(0, dot);
    return new MediaFile(original.id(), stem + "-" + width + ".jpg");
  }

  /** What a file comes to that is handed out already. */
  Out asHandedOut(Asked asked, Seen.Fit seen) {
    return switch (seen.facts()) {
      case MediaFacts.Film film ->
          new Out(Kind.FILM, Fragments.film(asked.file(), film), List.of(), List.of());
      case MediaFacts.Playlist playlist ->
          new Out(
              Kind.FILM, Fragments.playlist(asked.file(), playlist), List.of(), relative(playlist));
      case MediaFacts.Subtitles subtitles -> subtitles(asked, subtitles);
      case MediaFacts.Picture picture -> picture(asked, picture, List.of(), List.of());
    };
  }

  private static List<String> relative(MediaFacts.Playlist playlist) {
    return playlist.variants().stream()
        .map(MediaFacts.Variant::url)
        .filter(url -> !Fragments.isAbsolute(url))
        .map(url ->
            "The rendition %s is named relative to the playlist, where it does not lie; use absolute URLs."
                .formatted(url))
        .toList();
  }

  private static Out subtitles(Asked asked, MediaFacts.Subtitles subtitles) {
    var given = asked.language();
    var own = subtitles.language();
    var language = given == null ? own : given;
    var warnings = new ArrayList<String>();
    if (language == null)
      warnings.add("Their language is not known; name it before the ending, as in name.de.vtt.");
    if (given != null && own != null && !given.equalsIgnoreCase(own))
      warnings.add("They are called %s, but say %s of themselves.".formatted(given, own));
    if (subtitles.cues() == 0) warnings.add("There is no cue in them.");
    return new Out(
        Kind.SUBTITLES, Fragments.subtitles(asked.file(), language), List.of(), warnings);
  }

  private static Out picture(
      Asked asked, MediaFacts.Picture picture, List<Rendition> renditions, List<String> warnings) {
    var known =
        new KnownPicture(
            asked.file(), picture.mediaType(), picture.width(), picture.height(), renditions);
    return new Out(Kind.POSTER, Fragments.poster(known), List.of(known), warnings);
  }
}
