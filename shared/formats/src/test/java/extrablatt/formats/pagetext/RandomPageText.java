package extrablatt.formats.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page text put together at random of all that the rules know and of noise between it; the same
 * seed makes the same text. Its made-up words are each used once.
 */
final class RandomPageText {
  private static final List<String> NOISE =
      List.of(
          "|",
          ":",
          "::",
          "Liveblog",
          "Quelle:",
          "Source: ,",
          "min",
          "...",
          "–",
          "31.02.2026 | 0:48 min",
          "14.03.2026 | 0:99 min",
          "14.03.2026",
          "0:48 min",
          "| 0:48 min",
          "a | b",
          "<b>&amp;</b>",
          "z. B.",
          "Dr.",
          "»«",
          "Aktuelle Nachrichten zum",
          "More on",
          ", ,",
          "1 < 2 & 3 > 2",
          "\u0001");

  private static final List<String> GAPS =
      List.of(
          "\n",
          "\n\n",
          "\n\n",
          "\n\n",
          "\r\n",
          "\r\n\r\n",
          "\r\r",
          "\n \t\n",
          "\n|\n",
          "\u00a0\n\n  ");

  private static final List<String> MARKS = List.of(".", ".", ".", "?", "!", ":", "", ",", "…");

  private static final List<String> QUOTATIONS = List.of("„%s“", "“%s”", "\"%s\"", "»%s«", "'%s'");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> made = new ArrayList<>();
  private String repeated = "";
  private int sources;

  RandomPageText(long seed) {
    random = new Random(seed);
    writeTitle();
    int elements = random.nextInt(16);
    for (int i = 0; i < elements; i++) {
      text.append(any(GAPS)).append(element());
    }
    if (random.nextBoolean()) text.append(any(GAPS));
  }

  String text() {
    return text.toString();
  }

  /** The headline if it stands twice, else nothing. */
  String repeated() {
    return repeated;
  }

  /** The made-up words in the order in which they were made, which is that of the text. */
  List<String> made() {
    return made;
  }

  private void writeTitle() {
    var headline = line();
    text.append(headline);
    if (random.nextInt(3) == 0) return;
    text.append(any(GAPS));
    if (random.nextBoolean()) text.append(line()).append(any(List.of(":", ": ", " ")));
    text.append(headline);
    repeated = headline;
  }

  private String element() {
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> paragraph();
      case 3, 4 -> line();
      case 5 -> name() + ", " + line();
      case 6 -> name() + " | " + line();
      case 7, 8 -> closing();
      case 9 -> line() + "\n:" + line() + any(GAPS) + paragraph() + any(GAPS) + "Liveblog";
      case 10 -> line() + "\n:" + line();
      case 11 -> sources();
      case 12 -> any(List.of("Aktuelle Nachrichten zur ", "More on ", "")) + line();
      default -> any(NOISE);
    };
  }

  private String paragraph() {
    var paragraph = several(3, this::sentence, " ");
    return random.nextInt(4) == 0 ? any(QUOTATIONS).formatted(paragraph) : paragraph;
  }

  private String sentence() {
    return word(true) + " " + several(6, () -> word(random.nextBoolean()), " ") + any(MARKS);
  }

  private String line() {
    var line = several(5, () -> word(random.nextBoolean()), any(List.of(" ", "  ", " - ", ", ")));
    return random.nextInt(6) == 0 ? any(QUOTATIONS).formatted(line) : line;
  }

  private String name() {
    return word(true) + any(List.of(" ", " von ", " van der ")) + word(true);
  }

  private String closing() {
    var separator = any(List.of(".", "/"));
    return "%d%s%d%s2026 | %s min"
        .formatted(
            1 + random.nextInt(28),
            separator,
            1 + random.nextInt(12),
            separator,
            any(List.of("0:25", "12:05", "1:12:30", "61:00")));
  }

  private String sources() {
    if (++sources > 6) return paragraph();
    var word = any(List.of("Quelle", "Quellen", "Source", "Sources"));
    return word + ": " + several(3, () -> word(random.nextBoolean()), ", ");
  }

  private String several(int most, Supplier<String> part, String separator) {
    return Stream.generate(part)
        .limit(1 + random.nextInt(most))
        .collect(Collectors.joining(separator));
  }

  /** A word of letters only, so that it may stand in a name. */
  private String word(boolean isCapitalised) {
    var word = new StringBuilder(isCapitalised ? "W" : "w");
    for (int rest = made.size(); rest > 0 || word.length() == 1; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    made.add(word.append("ö").toString());
    return word.toString();
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
