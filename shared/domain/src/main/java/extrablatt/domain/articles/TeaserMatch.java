package extrablatt.domain.articles;

import extrablatt.domain.videos.TeaserContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * By what a teaser that comes in with an article is taken for one that the article has shown
 * before.
 */
public enum TeaserMatch {
  /** By title, date and duration: an editor may put another video in its place. */
  BY_IDENTITY,
  /** By title, date and duration, then by position: a provider sends the whole article anew. */
  BY_IDENTITY_THEN_POSITION;

  /**
   * Which of the known teasers each new one is, by its place in the body; each known one serves
   * once.
   */
  Map<String, TeaserDraft> matches(
      SequencedMap<String, TeaserContent> fresh, List<TeaserDraft> known) {
    var matches = new HashMap<String, TeaserDraft>();
    var free = new ArrayList<>(known);
    fresh.forEach((pointer, content) ->
        free.stream()
            .filter(draft -> haveSameIdentity(draft.content(), content))
            .findFirst()
            .ifPresent(draft -> take(draft, pointer, free, matches)));
    if (this == BY_IDENTITY) return matches;
    var places = List.copyOf(fresh.keySet());
    for (int i = 0; i < Math.min(places.size(), known.size()); i++) {
      var draft = known.get(i);
      if (free.contains(draft) && !matches.containsKey(places.get(i)))
        take(draft, places.get(i), free, matches);
    }
    return matches;
  }

  private static void take(
      TeaserDraft draft, String pointer, List<TeaserDraft> free, Map<String, TeaserDraft> matches) {
    free.remove(draft);
    matches.put(pointer, draft);
  }

  private static boolean haveSameIdentity(TeaserContent one, TeaserContent other) {
    return Objects.equals(one.title(), other.title())
        && Objects.equals(one.date(), other.date())
        && Objects.equals(one.duration(), other.duration());
  }
}
