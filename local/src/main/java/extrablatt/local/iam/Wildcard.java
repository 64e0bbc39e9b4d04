package extrablatt.local.iam;

import java.util.Locale;

/** Patterns of policies: {@code *} stands for any text, {@code ?} for one character. */
final class Wildcard {
  private Wildcard() {}

  /** The same as {@link #matches} for actions, whose case does not count. */
  static boolean matchesAction(String pattern, String action) {
    return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
  }

  /** Asked several times in each request, so it goes without regular expressions. */
  static boolean matches(String pattern, String text) {
    int inPattern = 0;
    int inText = 0;
    int star = -1;
    int taken = 0;
    while (inText < text.length()) {
      char wanted = inPattern < pattern.length() ? pattern.charAt(inPattern) : 0;
      if (wanted == '*') {
        star = inPattern++;
        taken = inText;
      } else if (inPattern < pattern.length() && (wanted == '?' || wanted == text.charAt(inText))) {
        inPattern++;
        inText++;
      } else if (star >= 0) {
        // The last star takes one character more.
        inPattern = star + 1;
        inText = ++taken;
      } else {
        return false;
      }
    }
    return pattern.substring(inPattern).chars().allMatch(rest -> rest == '*');
  }
}
