package extrablatt.formats;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.formats.html.InlineText;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import extrablatt.formats.json.Pointers;
import extrablatt.formats.json.TeaserJson;
import extrablatt.formats.markup.Charsets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells where in a document of another format something is that breaks a rule of ours: the rule
 * knows it by the article that was made of the document, its sender by the document. The text in
 * question is looked up there.
 */
final class FaultPlaces {
  /** What is read line by line; the others are JSON. */
  private static final Set<String> OF_LINES =
      Set.of("newsml-g2", "nitf", "feed", "markdown", "html", "page-text");

  private static final Set<String> OF_OTHERS_JSON = Set.of("ninjs", "ans", "dpa-digitalwires");

  private static final int MOST_WORDS = 6;
  private static final int LONGEST_WORD = 40;

  /** What may stand between two words of a text. */
  private static final String BETWEEN = "(?:\\s++|<[^<>]{0,500}>|&nbsp;){1,50}";

  /** So many characters are searched for all faults of a document. */
  private static final long MOST_SEARCHED = 60_000_000;

  private final Bytes document;
  private final @Nullable Bytes content;
  private final @Nullable String guid;
  private @Nullable String text;
  private long searched;

  private FaultPlaces(Bytes document, @Nullable Bytes content, @Nullable String guid) {
    this.document = document;
    this.content = content;
    this.guid = guid;
  }

  /**
   * The faults at their places in the document.
   *
   * @param instruction what was made of the document, if anything was
   * @param guid what one of several in the document is called there; null if it is alone
   */
  static List<Fault> located(
      List<Fault> faults,
      String format,
      Bytes document,
      @Nullable Instruction instruction,
      @Nullable String guid) {
    if (faults.isEmpty()) return faults;
    var places = new FaultPlaces(document, content(instruction), guid);
    if (OF_LINES.contains(format)) return faults.stream().map(places::atLine).toList();
    if (OF_OTHERS_JSON.contains(format)) return faults.stream().map(places::atPointer).toList();
    return faults;
  }

  private static @Nullable Bytes content(@Nullable Instruction instruction) {
    return switch (instruction) {
      case null -> null;
      case Instruction.Save(var content) -> new ArticleJson().stored(content);
      case Instruction.SaveTeaser(var content) -> new TeaserJson().stored(content);
      case Instruction.SaveLiveblog(var content, _) -> new LiveblogJson().stored(content);
      case Instruction.SaveEntry(var content) -> new EntryJson().stored(content);
      case Instruction.Kill _ -> null;
    };
  }

  private Fault atLine(Fault fault) {
    if (!(fault.place() instanceof Place.Pointer(var pointer))) return fault;
    int at = Math.max(0, offset(pointer));
    var before = text().substring(0, at);
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    return Fault.at(line, column, named(pointer, fault.detail()));
  }

  private Fault atPointer(Fault fault) {
    if (!(fault.place() instanceof Place.Pointer(var pointer))) return fault;
    for (var pattern : patterns(pointer)) {
      if (isTooMuch()) break;
      var found = Pointers.pointerTo(document, text -> pattern.matcher(text).find());
      if (found != null) return Fault.at(found, named(pointer, fault.detail()));
    }
    return fault;
  }

  /** Which part of the article it is about, since the place does not say. */
  private static String named(String pointer, String detail) {
    return pointer.isEmpty() ? detail : pointer.substring(1) + " " + detail;
  }

  /** Where the text is that a pointer leads to; of several documents that nearest to its name. */
  private int offset(String pointer) {
    int home = guid == null ? 0 : Math.max(0, text().indexOf(guid));
    for (var pattern : patterns(pointer)) {
      if (isTooMuch()) break;
      int nearest = -1;
      var matcher = pattern.matcher(text());
      while (matcher.find()) {
        if (nearest >= 0 && Math.abs(matcher.start() - home) >= Math.abs(nearest - home)) break;
        nearest = matcher.start();
      }
      if (nearest >= 0) return nearest;
    }
    return home;
  }

  private boolean isTooMuch() {
    searched += document.length();
    return searched > MOST_SEARCHED;
  }

  /** The beginning of the text, ever shorter: what is written as an entity stands in the way. */
  private List<Pattern> patterns(String pointer) {
    var told = content == null ? null : Pointers.textAt(content, pointer);
    var words =
        told == null
            ? List.<String>of()
            : Arrays.stream(InlineText.of(told).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(FaultPlaces::shortened)
                .toList();
    var patterns = new ArrayList<Pattern>();
    for (int number = words.size(); number > 0; number--) patterns.add(row(words, number));
    // Where no text is at fault, such as where something is missing, its name may be there.
    if (words.isEmpty())
      patterns.add(Pattern.compile(Pattern.quote(pointer.substring(pointer.lastIndexOf('/') + 1))));
    return patterns;
  }

  private static Pattern row(List<String> words, int number) {
    return Pattern.compile(
        words.subList(0, number).stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN)));
  }

  private static String shortened(String word) {
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }

  private String text() {
    if (text == null) text = decoded(document.array());
    return text;
  }

  private static String decoded(byte[] bytes) {
    boolean isWide =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    if (isWide) return new String(bytes, StandardCharsets.UTF_16);
    return Charsets.undeclared(bytes);
  }
}
