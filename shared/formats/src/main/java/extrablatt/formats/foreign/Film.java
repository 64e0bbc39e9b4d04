package extrablatt.formats.foreign;

import extrablatt.domain.videos.Countries;
import extrablatt.domain.videos.TeaserContent.Stream;
import extrablatt.domain.videos.TeaserContent.Subtitles;
import extrablatt.domain.videos.TeaserRules;
import extrablatt.domain.videos.VideoKind;
import extrablatt.formats.Durations;
import extrablatt.formats.Times;
import extrablatt.formats.markup.Values;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only a film has, gathered piece by piece from a foreign document. */
public final class Film {
  private static final int LONGEST_DATE = 10;

  /** Codes by themselves and by English names, in lower case. */
  private static final Map<String, String> COUNTRIES = countriesByName();

  private final ForeignArticle notes;
  private final List<Stream> streams = new ArrayList<>();
  private final List<Subtitles> subtitles = new ArrayList<>();
  private final List<String> allowed = new ArrayList<>();
  private final List<String> denied = new ArrayList<>();
  private @Nullable LocalDate date;
  private @Nullable Duration duration;
  private @Nullable String transcript;
  private VideoKind kind = VideoKind.CLIP;

  private static Map<String, String> countriesByName() {
    var countries = new HashMap<String, String>();
    for (var code : Locale.getISOCountries()) {
      countries.put(code.toLowerCase(Locale.ROOT), code);
      var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      countries.put(name.toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(countries);
  }

  /** A film whose oddities are told to the document it comes in. */
  public Film(ForeignArticle notes) {
    this.notes = notes;
  }

  /** A file that a player can play, bits a second; what is no address on the web is kept. */
  public void stream(
      @Nullable String url,
      @Nullable String mediaType,
      @Nullable String width,
      @Nullable String height,
      @Nullable Integer bitrate) {
    var address = Values.address(url);
    if (address == null) {
      notes.extra("stream", url);
      return;
    }
    if (streams.stream().anyMatch(stream -> stream.url().equals(address))) return;
    streams.add(
        new Stream(
            address,
            mediaType == null || mediaType.indexOf('/') < 0 ? null : mediaType.strip(),
            Values.pixels(width),
            Values.pixels(height),
            bitrate,
            null,
            null,
            null));
  }

  /** A file of subtitles. */
  public void subtitles(@Nullable String url, @Nullable String language) {
    var address = Values.address(url);
    if (address == null) notes.extra("subtitles", url);
    else subtitles.add(new Subtitles(language, address, null));
  }

  /** The day that a date or a time begins with; the first that says something counts. */
  public void date(@Nullable String time) {
    if (time == null || date != null) return;
    var told = time.strip();
    date = Times.parsedDate(told.substring(0, Math.min(LONGEST_DATE, told.length()))).orElse(null);
  }

  /** A number of seconds; more of them than a film can be long are milliseconds. */
  public void seconds(@Nullable String number) {
    if (number == null || number.isBlank()) return;
    var told = Durations.ofSeconds(number.strip()).orElse(null);
    if (told == null || told.isNegative()) unreadable(number);
    else if (TeaserRules.complaintOf(told) == null) length(told);
    else {
      notes.warn(
          "a duration of %s seconds is longer than any film: it counts as milliseconds"
              .formatted(number.strip()));
      length(Duration.ofMillis(told.toSeconds()));
    }
  }

  /** A whole number of milliseconds. */
  public void milliseconds(@Nullable String number) {
    if (number == null || number.isBlank()) return;
    if (number.strip().matches("\\d{1,12}"))
      length(Duration.ofMillis(Long.parseLong(number.strip())));
    else unreadable(number);
  }

  /** A duration in words or in ISO 8601. */
  public void length(@Nullable String text) {
    if (text == null || text.isBlank()) return;
    Durations.parsed(text).ifPresentOrElse(this::length, () -> unreadable(text));
  }

  private void length(Duration told) {
    if (duration == null && !told.isZero()) duration = told;
  }

  private void unreadable(String text) {
    notes.extra("duration", text);
    notes.warn("the duration cannot be read, so it does not count");
  }

  /** What is said in it. */
  public void transcript(@Nullable String text) {
    transcript = Values.orNull(text);
  }

  /**
   * Countries in which alone it may be played, by ISO 3166-1 codes or English names.
   *
   * @return whether all of them are known: who is left out would see what he may not
   */
  public boolean allow(String regions) {
    return codes(regions, allowed);
  }

  /** Countries in which it may not be played; the same. */
  public boolean deny(String regions) {
    return codes(regions, denied);
  }

  /** Between names are commas, between codes there may be only spaces. */
  private static boolean codes(String regions, List<String> codes) {
    for (var region : regions.split("[,;]", -1)) {
      var told = region.strip().toLowerCase(Locale.ROOT);
      var names = COUNTRIES.containsKey(told) ? List.of(told) : List.of(told.split("\\s+", -1));
      for (var name : names) {
        var code = COUNTRIES.get(name);
        if (code == null) return false;
        if (!codes.contains(code)) codes.add(code);
      }
    }
    return true;
  }

  Countries countries() {
    return new Countries(allowed, denied);
  }

  /** That it is not over yet. */
  public void live() {
    kind = VideoKind.LIVESTREAM;
  }

  /** Whether a media type is one that a player plays; where nobody says, it may be. */
  public static boolean isPlayed(@Nullable String mediaType) {
    var type = mediaType == null ? "" : mediaType.strip().toLowerCase(Locale.ROOT);
    return type.indexOf('/') < 0
        || type.startsWith("video/")
        || type.startsWith("audio/")
        || type.contains("mpegurl")
        || type.contains("dash+xml");
  }

  @Nullable LocalDate date() {
    return date;
  }

  @Nullable Duration duration() {
    return duration;
  }

  VideoKind kind() {
    return kind;
  }

  List<Stream> streams() {
    return streams;
  }

  List<Subtitles> subtitles() {
    return subtitles;
  }

  @Nullable String transcript() {
    return transcript;
  }
}
