package extrablatt.formats.published;

import static extrablatt.formats.published.Articles.FULL;
import static extrablatt.formats.published.Articles.published;
import static extrablatt.formats.published.Articles.text;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.Block;
import extrablatt.domain.publishing.Variant;
import extrablatt.formats.json.ForeignJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of IPTC's schema for ninjs 3.0, as far as what we write touches them. */
final class NinjsOutTest {
  /** No other property may be there. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "uri",
          "type",
          "representationtype",
          "profile",
          "version",
          "firstcreated",
          "versioncreated",
          "contentcreated",
          "embargoeduntil",
          "pubstatus",
          "urgency",
          "copyrightholder",
          "copyrightnotice",
          "usageterms",
          "ednote",
          "language",
          "descriptions",
          "bodies",
          "headlines",
          "people",
          "organisations",
          "places",
          "subjects",
          "events",
          "eventdetails",
          "plannedcoverage",
          "objects",
          "infosources",
          "title",
          "by",
          "slugline",
          "located",
          "renditions",
          "associations",
          "altids",
          "trustindicators",
          "standard",
          "genres",
          "expires",
          "rightsinfo");

  private static final Map<String, Set<String>> INSIDE =
      Map.of(
          "headlines", Set.of("role", "contenttype", "value"),
          "descriptions", Set.of("role", "contenttype", "value"),
          "bodies", Set.of("role", "contenttype", "charcount", "wordcount", "value"),
          "subjects", Set.of("name", "rel", "uri", "literal", "creator", "relevance", "confidence"),
          "infosources", Set.of("name", "role", "uri", "literal", "contactinfo"),
          "renditions",
              Set.of("name", "href", "contenttype", "width", "height", "duration", "uri", "title"));

  /** What each element has to have. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "headlines", Set.of("value"),
          "descriptions", Set.of("value"),
          "bodies", Set.of("value"),
          "renditions", Set.of("name"),
          "associations", Set.of("name", "uri"));

  private static final Set<String> KINDS = Set.of("text", "picture", "video");

  @Test
  void everyPropertyIsOneOfTheSchemas() {
    var withFilm = FULL.withBody(List.of(new Block.VideoTeaser(Articles.FILM)));

    var item = json(text(Variant.NINJS, published(withFilm, Articles.film(FilmSamples.ANYWHERE))));

    obeys(item, PROPERTIES);
    assertThat(item.text("type")).isEqualTo("text");
    assertThat(item.objects("associations")).hasSize(4);
    for (var associated : item.objects("associations")) {
      var withName = new ArrayList<>(PROPERTIES);
      withName.add("name");
      obeys(associated, Set.copyOf(withName));
    }
  }

  @Test
  void spellingIsThatOfTheThirdEdition() {
    var item = json(text(Variant.NINJS, published(FULL)));

    assertThat(item.names().stream().map(item::spelled))
        .contains("versionCreated", "firstCreated", "pubStatus", "infoSources");
    assertThat(item.objects("bodies").getFirst().spelled("contenttype")).isEqualTo("contentType");
    var standard = item.object("standard");
    assertThat(standard == null ? null : standard.text("version")).isEqualTo("3.0");
  }

  @Test
  void anArticleOfOnlyAHeadlineIsAnItem() {
    var bare = ArticleContent.titled("Nur das");

    var item = json(text(Variant.NINJS, published(bare)));

    obeys(item, PROPERTIES);
    assertThat(item.names()).doesNotContain("associations", "descriptions", "subjects", "by");
  }

  private static void obeys(ForeignJson item, Set<String> properties) {
    assertThat(properties).containsAll(item.names());
    assertThat(URI.create(String.valueOf(item.text("uri"))).isAbsolute()).isTrue();
    assertThat(KINDS).contains(String.valueOf(item.text("type")));
    INSIDE.forEach((name, names) -> {
      for (var element : item.objects(name)) assertThat(names).containsAll(element.names());
    });
    REQUIRED.forEach((name, names) -> {
      for (var element : item.objects(name)) assertThat(element.names()).containsAll(names);
    });
    for (var rendition : item.objects("renditions"))
      assertThat(URI.create(String.valueOf(rendition.text("href"))).isAbsolute()).isTrue();
    assertThat(List.of("usable", "null")).contains(String.valueOf(item.text("pubstatus")));
  }

  private static ForeignJson json(String text) {
    return switch (ForeignJson.read(Bytes.utf8(text))) {
      case ForeignJson.Read.Document(var object) -> object;
      case ForeignJson.Read.Broken broken -> throw new AssertionError(broken);
    };
  }
}
