package extrablatt.formats.ans;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.json.ForeignJson;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ANS 0.5 to 0.10 (Arc Native Specification): a story or a video. */
public final class AnsFormat implements DocumentFormat {
  private static final String NAME = "ans";
  private static final Pattern VERSION = Pattern.compile("0\\.\\d{1,2}(\\.\\d{1,2})?");

  /** One of these says that {@code type} and {@code version} are those of ANS. */
  private static final Set<String> TELLING =
      Set.of(
          "content_elements",
          "headlines",
          "canonical_website",
          "promo_items",
          "taxonomy",
          "additional_properties",
          "_id",
          "credits",
          "streams");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/vnd.arc.ans+json", "application/json");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("ans", "json");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var names = ForeignJson.namesIn(bytes);
    if (Operation.isOne(names)) return true;
    return names.contains("type")
        && names.contains("version")
        && !names.contains("uri")
        && names.stream().anyMatch(TELLING::contains);
  }

  @Override
  public Reading read(Source source) {
    return switch (ForeignJson.read(source.bytes())) {
      case ForeignJson.Read.Broken(var fault) ->
          new Reading.Refused(NAME, "malformed", List.of(fault));
      case ForeignJson.Read.Document(var document) -> read(document);
    };
  }

  private static Reading read(ForeignJson document) {
    var operation = Operation.of(document);
    return operation == null
        ? read(document, "", new AnsStory(document))
        : operation.reading(
            NAME, (body, pointer) -> read(body, pointer, new AnsStory(body, operation)));
  }

  private static Reading read(ForeignJson document, String pointer, AnsStory story) {
    var type = document.text("type");
    if (!"story".equals(type) && !"video".equals(type)) {
      return refused(
          "unsupported-kind",
          pointer + "/type",
          "is %s; only stories and videos are kept".formatted(type));
    }
    if (!isKnown(document.text("version"))) {
      return refused("invalid", pointer + "/version", "must be a version of ANS such as 0.10.7");
    }
    return "video".equals(type) ? story.film(NAME) : story.reading(NAME);
  }

  private static boolean isKnown(@Nullable String version) {
    return version != null && VERSION.matcher(version).matches();
  }

  private static Reading refused(String problem, String pointer, String detail) {
    return new Reading.Refused(NAME, problem, List.of(Fault.at(pointer, detail)));
  }
}
