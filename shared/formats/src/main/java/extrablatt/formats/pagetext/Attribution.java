package extrablatt.formats.pagetext;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who said something: two to five capitalised words, a comma, and a role, which may hold further
 * commas and does not end like a sentence, not even inside quotation marks.
 *
 * <p>Particles may stand anywhere among the words and do not count; joined to one by a hyphen or an
 * apostrophe ({@code d'Alba}, {@code al-Karim}) they are part of it.
 */
record Attribution(String speaker, String role) {
  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 5;

  private static final Pattern CAPITALISED =
      Pattern.compile("(?:\\p{Ll}{1,3}+['’-])?\\p{Lu}[\\p{L}\\p{M}.'’-]*+");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]++");

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "vom", "van", "der", "den", "dem", "de", "del", "della", "di", "da", "do", "dos",
          "das", "du", "la", "le", "las", "los", "el", "al", "bin", "ibn", "ben", "te", "ten",
          "ter", "zu", "zum", "zur", "af", "av", "y");

  static @Nullable Attribution in(String text) {
    int comma = text.indexOf(',');
    if (comma < 0) return null;
    var speaker = Spaces.trim(text.substring(0, comma));
    var role = Spaces.trim(text.substring(comma + 1));
    if (role.isEmpty() || Sentences.endsIn(role, ".?!:") || !isName(speaker)) return null;
    return new Attribution(speaker, role);
  }

  private static boolean isName(String text) {
    int capitalised = 0;
    for (var word : SPACES.splitAsStream(text).toList()) {
      if (CAPITALISED.matcher(word).matches()) capitalised++;
      else if (!PARTICLES.contains(word)) return false;
    }
    return capitalised >= FEWEST_WORDS && capitalised <= MOST_WORDS;
  }
}
