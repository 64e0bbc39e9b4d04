package extrablatt.formats.ninjs;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.json.ForeignJson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * ninjs 1.x, 2.x and 3.x (IPTC News in JSON). 1.x writes {@code body_html}, 2.x {@code bodies[]},
 * 3.x the same in camel case; agencies mix them, so all names are taken from each.
 */
public final class NinjsFormat implements DocumentFormat {
  private static final String NAME = "ninjs";

  /** What only ninjs calls so, beside {@code uri}, which it asks for. */
  private static final Set<String> TELLING =
      Set.of(
          "standard",
          "versioncreated",
          "pubstatus",
          "representationtype",
          "headlines",
          "bodies",
          "body_html",
          "body_xhtml",
          "body_text",
          "description_text",
          "copyrightholder",
          "infosource",
          "infosources",
          "associations",
          "renditions",
          "subject",
          "subjects");

  private static final Set<String> TEXTS = Set.of("text", "composite", "component");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/ninjs+json", "application/json");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("ninjs", "json");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var names = ForeignJson.namesIn(bytes);
    return names.contains("uri") && names.stream().anyMatch(TELLING::contains);
  }

  @Override
  public Reading read(Source source) {
    return switch (ForeignJson.read(source.bytes())) {
      case ForeignJson.Read.Broken(var fault) ->
          new Reading.Refused(NAME, "malformed", List.of(fault));
      case ForeignJson.Read.Document(var item) -> read(item);
    };
  }

  private static Reading read(ForeignJson item) {
    if (item.text("uri") == null)
      return refused("invalid", "/uri", "is missing: each item has one");
    var type = folded(item.text("type"));
    if (type.equals("video")) return NinjsItem.film(NAME, item);
    if (!type.isEmpty() && !TEXTS.contains(type)) {
      return refused(
          "unsupported-kind", "/type", "is " + type + ", which is not kept without an article");
    }
    return NinjsItem.reading(NAME, item);
  }

  private static Reading refused(String problem, String pointer, String detail) {
    return new Reading.Refused(NAME, problem, List.of(Fault.at(pointer, detail)));
  }

  private static String folded(@Nullable String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
