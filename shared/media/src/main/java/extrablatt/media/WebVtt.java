package extrablatt.media;

import extrablatt.domain.Inspection;
import extrablatt.domain.media.MediaFacts.Subtitles;
import extrablatt.domain.media.RangedBytes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Subtitles in WebVTT (W3C WebVTT). */
final class WebVtt {
  private static final int LARGEST = 10 << 20;
  private static final String ARROW = "-->";
  private static final Pattern TIMING =
      Pattern.compile(
          "[ \\t]*(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]+-->[ \\t]+"
              + "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?:[ \\t].*)?");

  private WebVtt() {}

  static Subtitles read(RangedBytes file) {
    var lines = Texts.whole(file, LARGEST).split("\r\n|\n|\r", -1);
    var first = lines[0];
    if (!first.equals("WEBVTT") && !first.startsWith("WEBVTT ") && !first.startsWith("WEBVTT\t"))
      throw Unfit.malformed("line 1: the first line must be WEBVTT.");
    String language = null;
    boolean inHeader = true;
    int cues = 0;
    for (int i = 1; i < lines.length; i++) {
      var line = lines[i];
      if (line.isBlank()) inHeader = false;
      if (inHeader && line.startsWith("Language:")) language = language(line);
      if (!line.contains(ARROW)) continue;
      check(line, i + 1);
      cues++;
      inHeader = false;
    }
    return new Subtitles("text/vtt", language, cues);
  }

  /** Some tools name the language in the header, which the standard passes over. */
  private static @Nullable String language(String line) {
    var tag = line.substring("Language:".length()).strip();
    return Inspection.isLanguage(tag) ? tag : null;
  }

  private static void check(String line, int number) {
    var timing = TIMING.matcher(line);
    if (!timing.matches())
      throw Unfit.malformed(
          "line %d: a cue's times must be written as 00:01.000 --> 00:02.500.", number);
    if (milliseconds(timing, 5) <= milliseconds(timing, 1))
      throw Unfit.malformed("line %d: the cue ends before it begins.", number);
  }

  private static long milliseconds(Matcher timing, int group) {
    var hours = timing.group(group);
    long minutes = (hours == null ? 0 : Long.parseLong(hours)) * 60 + number(timing, group + 1);
    return (minutes * 60 + number(timing, group + 2)) * 1000 + number(timing, group + 3);
  }

  private static long number(Matcher timing, int group) {
    return Long.parseLong(timing.group(group));
  }
}
