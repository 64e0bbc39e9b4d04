package extrablatt.benchmarks.liveblogs;

import java.util.List;
import java.util.regex.Pattern;

/** Gives each entry and each of its texts a mark that stands nowhere else. */
final class Marks {
  private static final Pattern ENTRY = Pattern.compile("entry-\\d+-");
  private static final Pattern TEXT = Pattern.compile("text-\\d+-");

  private int entries;
  private int texts;

  /** One text of an entry. */
  record Text(String entry, String mark) {}

  String newEntry() {
    return "entry-" + entries++ + "-";
  }

  Text newText(String entry) {
    return new Text(entry, "text-" + texts++ + "-");
  }

  /** The mark of the entry whose text that is. */
  static String entry(String text) {
    return first(ENTRY, text);
  }

  /** The mark of a text. */
  static String text(String text) {
    return first(TEXT, text);
  }

  /** The marks of all texts in it. */
  static List<String> texts(String text) {
    return TEXT.matcher(text).results().map(match -> match.group()).toList();
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) throw new IllegalArgumentException("no mark in " + text);
    return matcher.group();
  }
}
