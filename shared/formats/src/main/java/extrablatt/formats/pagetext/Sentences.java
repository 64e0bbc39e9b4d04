package extrablatt.formats.pagetext;

import java.util.Set;

/**
 * Where sentences end: at a full stop, a question or an exclamation mark before a space and a
 * capital, but not after a number, a single letter or a title.
 *
 * <p>A mark inside quotation marks (<code>"Warum?" Eine Spurensuche</code>) stands before the
 * quotation mark, not before a space, and ends nothing. At the very end of a text it is the other
 * way round: there the closing quotation mark is looked through, as speech ends a sentence too.
 */
final class Sentences {
  private static final Set<String> TITLES =
      Set.of(
          "Dr", "Prof", "Dipl", "Ing", "Mag", "Hr", "Fr", "St", "Mr", "Mrs", "Ms", "Mx", "Rev",
          "Hon", "Sen", "Rep", "Gov", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "Pres", "med",
          "jur", "phil", "rer", "nat", "theol", "habil");

  private static final String CLOSING_QUOTES = "\"'“”‘’«»‹›";

  private Sentences() {}

  /** Whether no sentence ends inside the text. */
  static boolean isOne(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      if (isMark(text.charAt(i)) && capitalFollows(text, i + 1) && !isSpared(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text ends a sentence, perhaps inside quotation marks. */
  static boolean endsSentence(String text) {
    return endsIn(text, ".?!");
  }

  /** Whether the text's last character, closing quotation marks aside, is one of those. */
  static boolean endsIn(String text, String marks) {
    int last = text.length() - 1;
    while (last > 0 && CLOSING_QUOTES.indexOf(text.charAt(last)) >= 0) last--;
    return last >= 0 && marks.indexOf(text.charAt(last)) >= 0;
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '?' || c == '!';
  }

  private static boolean capitalFollows(String text, int start) {
    int next = start;
    while (next < text.length() && Spaces.isSpace(text.charAt(next))) next++;
    return next > start && next < text.length() && Character.isUpperCase(text.codePointAt(next));
  }

  private static boolean isSpared(String text, int mark) {
    int start = mark;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) start--;
    var word = text.substring(start, mark);
    if (word.isEmpty()) return false;
    boolean isNumber = word.chars().allMatch(Character::isDigit);
    boolean isSingleLetter = word.length() == 1;
    return isNumber || isSingleLetter || TITLES.contains(word);
  }
}
