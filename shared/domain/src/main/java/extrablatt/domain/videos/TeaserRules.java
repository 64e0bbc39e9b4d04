package extrablatt.domain.videos;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.articles.ImageRules;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that every video teaser obeys. */
public final class TeaserRules {
  /** What is wrong with a duration below nothing. */
  public static final String NEGATIVE = "must not be negative";

  /** What is wrong with a duration that no film has. */
  public static final String TOO_LONG = "must be at most 48 hours";

  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int LONGEST_CHAPTER_TITLE = 300;
  private static final int MOST_TOPICS = 12;
  private static final int MOST_FILES = 50;
  private static final int MOST_CHAPTERS = 500;
  private static final int MOST_COUNTRIES = 250;

  /** Frames a second. */
  private static final int HIGHEST_FRAME_RATE = 1000;

  private final Inspection inspection;
  private final String pointer;
  private final TeaserContent teaser;

  private TeaserRules(Inspection inspection, String pointer, TeaserContent teaser) {
    this.inspection = inspection;
    this.pointer = pointer;
    this.teaser = teaser;
  }

  /** Everything that is wrong with a teaser that stands at a pointer into our JSON. */
  public static List<Fault> faults(TeaserContent teaser, String pointer) {
    var inspection = new Inspection();
    inspect(inspection, pointer, teaser);
    return inspection.faults();
  }

  /** The same for what is only a part of what will be known: it may lack a name. */
  public static List<Fault> faultsOfPart(TeaserContent teaser, String pointer) {
    var inspection = new Inspection();
    inspectPart(inspection, pointer, teaser);
    return inspection.faults();
  }

  /** Adds everything that is wrong with a teaser to an inspection. */
  public static void inspect(Inspection inspection, String pointer, TeaserContent teaser) {
    if (teaser.title() == null && teaser.caption() == null && teaser.speaker() == null)
      inspection.fault(pointer + "/title", "there must be one of title, caption and speaker");
    inspectPart(inspection, pointer, teaser);
  }

  private static void inspectPart(Inspection inspection, String pointer, TeaserContent teaser) {
    var rules = new TeaserRules(inspection, pointer, teaser);
    rules.inspectTexts();
    rules.inspectTimes();
    rules.inspectCountries();
    ImageRules.inspect(inspection, pointer + "/poster", teaser.poster());
    rules.inspectStreams();
    rules.inspectSubtitles();
    rules.inspectChapters();
  }

  private void inspectTexts() {
    var speaker = teaser.speaker();
    inspection.name(at("/title"), teaser.title(), Inspection.LONGEST_TEXT);
    inspection.name(at("/caption"), teaser.caption(), Inspection.LONGEST_TEXT);
    if (speaker != null) {
      inspection.name(at("/speaker/name"), speaker.name(), Inspection.LONGEST_TEXT);
      inspection.text(at("/speaker/role"), speaker.role());
    }
    inspection.text(at("/transcript"), teaser.transcript());
    inspection.text(at("/aspectRatio"), teaser.aspectRatio(), Inspection.LONGEST_NAME);
    inspection.text(at("/ageRating"), teaser.ageRating(), Inspection.LONGEST_NAME);
    inspection.atMost(at("/topics"), teaser.topics(), MOST_TOPICS, "topics");
    for (int i = 0; i < teaser.topics().size(); i++) {
      inspection.name(at("/topics/" + i), teaser.topics().get(i), Inspection.LONGEST_NAME);
    }
    inspection.address(at("/canonicalUrl"), teaser.canonicalUrl());
  }

  /** What is wrong with a duration; null if nothing is. */
  public static @Nullable String complaintOf(Duration duration) {
    if (duration.isNegative()) return NEGATIVE;
    return duration.compareTo(LONGEST) > 0 ? TOO_LONG : null;
  }

  private void inspectTimes() {
    var duration = teaser.duration();
    var complaint = duration == null ? null : complaintOf(duration);
    if (complaint != null) inspection.fault(at("/duration"), complaint);
    var from = teaser.availableFrom();
    var until = teaser.availableUntil();
    if (from != null && until != null && !from.isBefore(until)) {
      inspection.fault(at("/availableUntil"), "must be later than availableFrom");
    }
  }

  private void inspectCountries() {
    inspectCountries(at("/countries/allow"), teaser.countries().allow());
    inspectCountries(at("/countries/deny"), teaser.countries().deny());
  }

  private void inspectCountries(String place, List<String> countries) {
    inspection.atMost(place, countries, MOST_COUNTRIES, "countries");
    for (int i = 0; i < countries.size(); i++)
      inspection.country(place + "/" + i, countries.get(i));
  }

  private void inspectStreams() {
    inspection.atMost(at("/streams"), teaser.streams(), MOST_FILES, "streams");
    for (int i = 0; i < teaser.streams().size(); i++) {
      var stream = teaser.streams().get(i);
      var place = at("/streams/" + i);
      inspection.fileAddress(place + "/url", stream.url());
      inspection.text(place + "/mediaType", stream.mediaType(), Inspection.LONGEST_NAME);
      inspection.positive(place + "/width", stream.width());
      inspection.positive(place + "/height", stream.height());
      inspection.positive(place + "/bitrate", stream.bitrate());
      inspection.text(place + "/codec", stream.codec(), Inspection.LONGEST_NAME);
      inspectFrameRate(place + "/frameRate", stream.frameRate());
    }
  }

  private void inspectFrameRate(String place, @Nullable Double frameRate) {
    if (frameRate != null && !(frameRate > 0 && frameRate <= HIGHEST_FRAME_RATE))
      inspection.fault(place, "must be greater than 0 and at most " + HIGHEST_FRAME_RATE);
  }

  private void inspectSubtitles() {
    inspection.atMost(at("/subtitles"), teaser.subtitles(), MOST_FILES, "subtitles");
    for (int i = 0; i < teaser.subtitles().size(); i++) {
      var subtitles = teaser.subtitles().get(i);
      var place = at("/subtitles/" + i);
      inspection.language(place + "/language", subtitles.language());
      inspection.fileAddress(place + "/url", subtitles.url());
      inspection.text(place + "/kind", subtitles.kind(), Inspection.LONGEST_NAME);
    }
  }

  private void inspectChapters() {
    inspection.atMost(at("/chapters"), teaser.chapters(), MOST_CHAPTERS, "chapters");
    for (int i = 0; i < teaser.chapters().size(); i++) {
      var chapter = teaser.chapters().get(i);
      var place = at("/chapters/" + i);
      if (chapter.startMs() < 0) inspection.fault(place + "/startMs", "must not be negative");
      inspection.name(place + "/title", chapter.title(), LONGEST_CHAPTER_TITLE);
    }
  }

  private String at(String field) {
    return pointer + field;
  }
}
