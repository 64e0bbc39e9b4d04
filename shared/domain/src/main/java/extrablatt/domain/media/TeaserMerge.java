package extrablatt.domain.media;

import extrablatt.domain.videos.TeaserContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a teaser's files say over what stands, so that what an editor has set is kept: a field
 * counts as an editor's where it differs from what the files said so far.
 */
public final class TeaserMerge {
  private final TeaserContent before;
  private final TeaserContent standing;
  private final TeaserContent now;
  private final @Nullable TeaserContent ordered;
  private final List<String> warnings = new ArrayList<>();

  private TeaserMerge(
      TeaserContent before,
      TeaserContent standing,
      TeaserContent now,
      @Nullable TeaserContent ordered) {
    this.before = before;
    this.standing = standing;
    this.now = now;
    this.ordered = ordered;
  }

  /** What shall stand, and where the files and an editor contradict each other. */
  public record Merged(TeaserContent content, List<String> warnings) {
    public Merged {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Merges.
   *
   * @param before what the files said so far
   * @param standing the head revision
   * @param now what the files say now
   * @param ordered what has just been delivered as the provider's word: it counts over an editor's
   */
  public static Merged of(
      TeaserContent before,
      TeaserContent standing,
      TeaserContent now,
      @Nullable TeaserContent ordered) {
    if (standing.equals(before)) return new Merged(now, List.of());
    return new TeaserMerge(before, standing, now, ordered).merged();
  }

  private Merged merged() {
    warnOfDuration();
    warnOf("aspect ratio", TeaserContent::aspectRatio);
    warnOf("poster", TeaserContent::poster);
    var content =
        new TeaserContent(
            chosen(TeaserContent::title),
            chosen(TeaserContent::caption),
            chosen(TeaserContent::speaker),
            chosen(TeaserContent::date),
            chosen(TeaserContent::duration),
            required(TeaserContent::kind),
            chosen(TeaserContent::poster),
            together(TeaserContent::streams, TeaserContent.Stream::url),
            together(TeaserContent::subtitles, TeaserContent.Subtitles::url),
            required(TeaserContent::chapters),
            chosen(TeaserContent::transcript),
            chosen(TeaserContent::aspectRatio),
            chosen(TeaserContent::availableFrom),
            chosen(TeaserContent::availableUntil),
            required(TeaserContent::countries),
            chosen(TeaserContent::ageRating),
            required(TeaserContent::topics),
            chosen(TeaserContent::canonicalUrl));
    return new Merged(content, warnings);
  }

  private <T> @Nullable T chosen(Function<TeaserContent, @Nullable T> field) {
    return isFree(field) || isOrdered(field) ? field.apply(now) : field.apply(standing);
  }

  private <T> T required(Function<TeaserContent, T> field) {
    return isFree(field) || isOrdered(field) ? field.apply(now) : field.apply(standing);
  }

  /** Whether no editor has set it. */
  private <T> boolean isFree(Function<TeaserContent, @Nullable T> field) {
    return Objects.equals(field.apply(standing), field.apply(before));
  }

  private <T> boolean isOrdered(Function<TeaserContent, @Nullable T> field) {
    return ordered != null
        && !Objects.equals(field.apply(ordered), field.apply(Fragments.nothing()));
  }

  /** First what an editor has added, then what the files give and no editor has taken out. */
  private <T> List<T> together(Function<TeaserContent, List<T>> field, Function<T, String> url) {
    var known = urls(field.apply(before), url);
    var kept = urls(field.apply(standing), url);
    var all = new ArrayList<T>();
    for (var each : field.apply(standing)) {
      if (!known.contains(url.apply(each))) all.add(each);
    }
    for (var each : field.apply(now)) {
      var isTakenOut = known.contains(url.apply(each)) && !kept.contains(url.apply(each));
      if (!isTakenOut && !urls(all, url).contains(url.apply(each)))
        all.add(edited(each, field, url));
    }
    return List.copyOf(all);
  }

  /** What an editor has said of a file that is still there. */
  private <T> T edited(T given, Function<TeaserContent, List<T>> field, Function<T, String> url) {
    if (field.apply(before).contains(given)) {
      for (var each : field.apply(standing)) {
        if (url.apply(each).equals(url.apply(given))) return each;
      }
    }
    return given;
  }

  private static <T> List<String> urls(List<T> files, Function<T, String> url) {
    return files.stream().map(url).toList();
  }

  private void warnOfDuration() {
    var set = standing.duration();
    var measured = now.duration();
    if (set == null || measured == null || !isKept(TeaserContent::duration)) return;
    if (!MeasuredDuration.agrees(set, measured)) warnings.add(kept("duration", set, measured));
  }

  private <T> void warnOf(String name, Function<TeaserContent, @Nullable T> field) {
    var set = field.apply(standing);
    var given = field.apply(now);
    if (set == null || given == null || set.equals(given) || !isKept(field)) return;
    warnings.add("An editor has set the " + name + "; it stays, though the files say otherwise.");
  }

  private <T> boolean isKept(Function<TeaserContent, @Nullable T> field) {
    return !isFree(field) && !isOrdered(field);
  }

  private static String kept(String name, Duration set, Duration measured) {
    return "An editor has set the %s %s; it stays, though the film says %s."
        .formatted(name, set, measured);
  }
}
