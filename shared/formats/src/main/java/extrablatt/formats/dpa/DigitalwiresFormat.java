package extrablatt.formats.dpa;

import extrablatt.domain.Fault;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.formats.DocumentFormat;
import extrablatt.formats.json.ForeignJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** dpa-digitalwires JSON, format 0.9 to 1: one "topicle" with its text and what goes with it. */
public final class DigitalwiresFormat implements DocumentFormat {
  private static final String NAME = "dpa-digitalwires";

  private static final Set<String> TELLING =
      Set.of("article_html", "version_created", "rubric_names", "entry_id", "categories");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/vnd.dpa.digitalwires+json", "application/json");
  }

  @Override
  public Set<String> extensions() {
    return Set.of("json");
  }

  @Override
  public boolean looksLike(byte[] bytes) {
    var names = ForeignJson.namesIn(bytes);
    return names.contains("urn") && names.stream().anyMatch(TELLING::contains);
  }

  @Override
  public Reading read(Source source) {
    return switch (ForeignJson.read(source.bytes())) {
      case ForeignJson.Read.Broken(var fault) ->
          new Reading.Refused(NAME, "malformed", List.of(fault));
      case ForeignJson.Read.Document(var topicle) -> read(topicle);
    };
  }

  private static Reading read(ForeignJson topicle) {
    if (topicle.text("urn") == null)
      return refused("invalid", "/urn", "is missing: each item has one");
    var alone = topicle.text("article_html") == null ? onlyAssociation(topicle) : null;
    if (alone != null) {
      return refused(
          "unsupported-kind",
          "/associations/0",
          "is " + alone + ", which is not kept without an article");
    }
    return new Topicle(topicle).reading(NAME);
  }

  /** The kind of the only thing that there is beside a text. */
  private static @Nullable String onlyAssociation(ForeignJson topicle) {
    var associations = topicle.objects("associations");
    return associations.size() == 1 ? associations.getFirst().text("type") : null;
  }

  private static Reading refused(String problem, String pointer, String detail) {
    return new Reading.Refused(NAME, problem, List.of(Fault.at(pointer, detail)));
  }
}
