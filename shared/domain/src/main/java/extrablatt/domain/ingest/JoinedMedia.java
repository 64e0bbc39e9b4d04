package extrablatt.domain.ingest;

import extrablatt.domain.media.Fragments;
import extrablatt.domain.media.MeasuredDuration;
import extrablatt.domain.media.MediaBundle;
import extrablatt.domain.media.MediaPart;
import extrablatt.domain.videos.TeaserContent;
import extrablatt.domain.videos.TeaserForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a teaser come to together: the same, in whichever order they came.
 *
 * @param wrongUnit what is wrong with the provider's duration, if it cannot mean the film
 * @param warnings what the files contradict each other in
 */
record JoinedMedia(TeaserContent content, Optional<String> wrongUnit, List<String> warnings) {
  JoinedMedia {
    warnings = List.copyOf(warnings);
  }

  static JoinedMedia of(MediaBundle bundle, TeaserForms forms) {
    var content = Fragments.joined(counting(bundle.parts(), forms), title(bundle));
    var said = bundle.metadata().map(part -> forms.read(part.said()).duration()).orElse(null);
    var measured = bundle.measured(forms).orElse(null);
    if (said == null || measured == null || MeasuredDuration.agrees(said, measured))
      return new JoinedMedia(content, Optional.empty(), List.of());
    return new JoinedMedia(
        content,
        MeasuredDuration.wrongUnit(said, measured),
        List.of("The metadata say %s, the film says %s; %1$s stands.".formatted(said, measured)));
  }

  /** Of several files for one purpose the latest: a poster, subtitles in one language and type. */
  private static List<TeaserContent> counting(List<MediaPart> parts, TeaserForms forms) {
    var counting = new ArrayList<TeaserContent>();
    var purposes = new HashSet<String>();
    for (var part : parts) {
      var said = forms.read(part.said());
      var isFirst =
          switch (part.kind()) {
            case METADATA, FILM -> true;
            case POSTER -> purposes.add("poster");
            case SUBTITLES -> purposes.add(purpose(part, said));
          };
      if (isFirst) counting.add(said);
    }
    return counting;
  }

  private static String purpose(MediaPart part, TeaserContent said) {
    var languages = said.subtitles().stream().map(TeaserContent.Subtitles::language).toList();
    return languages + MediaType.ending(part.slot());
  }

  /** How a teaser is called that its provider says nothing of. */
  private static @Nullable String title(MediaBundle bundle) {
    var name = bundle.name();
    if (name == null) return null;
    return bundle.parts().stream()
        .map(MediaPart::title)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(name.title());
  }
}
