package extrablatt.formats.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The names in a byline such as {@code By Jane Doe and John Roe}. */
public final class Bylines {
  private static final Pattern OPENING =
      Pattern.compile("(?iu)^\\s*(?:by|von|par|de|por|door|text|words)\\b\\s*:?\\s*");

  private static final Pattern PARTING =
      Pattern.compile("(?iu)\\s*[,;/&|]\\s*|\\s+(?:and|und|et|y|e|en|with|mit)\\s+");

  private Bylines() {}

  /** The names in their order. */
  public static List<String> names(String byline) {
    var said = OPENING.matcher(byline.strip()).replaceFirst("");
    return Arrays.stream(PARTING.split(said))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
