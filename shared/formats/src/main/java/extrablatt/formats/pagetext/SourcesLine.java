package extrablatt.formats.pagetext;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that names the sources, wherever it stands, and by its first word tells the language (BCP
 * 47). One that names none is still a marker and goes.
 */
record SourcesLine(List<String> names, String language) {
  private static final Map<String, String> LANGUAGES =
      Map.of("Quelle", "de", "Quellen", "de", "Source", "en", "Sources", "en");

  private static final int LONGEST_WORD = "Quellen".length();

  SourcesLine {
    names = List.copyOf(names);
  }

  static boolean isOne(String text) {
    return languageOf(text) != null;
  }

  static @Nullable SourcesLine in(String text) {
    var language = languageOf(text);
    if (language == null) return null;
    var names = text.substring(text.indexOf(':') + 1).split(",");
    return new SourcesLine(
        Arrays.stream(names).map(Spaces::trim).filter(name -> !name.isEmpty()).toList(), language);
  }

  private static @Nullable String languageOf(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon > LONGEST_WORD) return null;
    return LANGUAGES.get(text.substring(0, colon));
  }
}
