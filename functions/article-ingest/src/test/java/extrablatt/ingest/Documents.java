package extrablatt.ingest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that are dropped in these tests. */
final class Documents {
  private Documents() {}

  /** An article in our JSON with a version of its provider's. */
  static String article(String guid, long version, String lead) {
    return """
    {"guid": "%s", "version": %d, "headline": "Fähre fährt wieder", "section": "Küste",
     "topics": ["Fähre"], "lead": "%s"}
    """
        .formatted(guid, version, lead);
  }

  /** The order to withdraw an article. */
  static String kill(String guid, long version, String reason) {
    return """
    {"guid": "%s", "version": %d, "withdraw": {"reason": "%s"}}
    """
        .formatted(guid, version, reason);
  }

  /** The text of an article's page, with two video teasers. */
  static String page(String headline, String... captions) {
    var teasers =
        IntStream.range(0, captions.length)
            .mapToObj(i -> teaser(i, captions[i]))
            .collect(Collectors.joining("\n\n"));
    return headline
        + "\n\nDie Fähre legt wieder ab.\n\nDer Wind hat nachgelassen.\n\n"
        + teasers
        + "\n";
  }

  private static String teaser(int number, String caption) {
    return "Der Hafen am Morgen %d\n\n%s\n\n1%d.03.2026 | 0:2%d min"
        .formatted(number, caption, number, number);
  }

  /** As much as one article may show: 20 new teasers, 12 topics and 8 authors. */
  static String large(int version, String prefix) {
    return """
    {"guid": "large", "version": %d, "headline": "Alles vom Hafen", "section": "Küste %s",
     "topics": [%s], "authors": [%s], "body": [%s]}
    """
        .formatted(
            version,
            prefix,
            joined(12, i -> "\"%s Thema %d\"".formatted(prefix, i)),
            joined(8, i -> "{\"name\": \"%s Name %d\"}".formatted(prefix, i)),
            joined(
                20,
                i ->
                    "{\"type\": \"videoTeaser\", \"teaser\": {\"title\": \"Video %d\", \"caption\": \"%s\"}}"
                        .formatted(i, prefix)));
  }

  /** The same without any teaser. */
  static String largeWithoutTeasers(int version, String prefix) {
    return large(version, prefix).replaceAll("\"body\": \\[.*]}", "\"body\": []}");
  }

  private static String joined(int count, java.util.function.IntFunction<String> element) {
    return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(", "));
  }
}
