package extrablatt.formats.published;

import extrablatt.domain.videos.TeaserContent;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The words of a video teaser. */
final class Teasers {
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d.M.yyyy");

  private Teasers() {}

  /** Its title, its speaker, its caption, and when and how long it is, each if it is known. */
  static List<String> words(TeaserContent teaser) {
    var words = new ArrayList<String>();
    if (teaser.title() != null) words.add(teaser.title());
    var speaker = teaser.speaker();
    if (speaker != null)
      words.add(speaker.role() == null ? speaker.name() : speaker.name() + " | " + speaker.role());
    if (teaser.caption() != null) words.add(teaser.caption());
    var closing = new ArrayList<String>();
    if (teaser.date() != null) closing.add(DAY_FIRST.format(teaser.date()));
    if (teaser.duration() != null) closing.add(clock(teaser.duration()) + " min");
    if (!closing.isEmpty()) words.add(String.join(" | ", closing));
    return words;
  }

  private static String clock(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
