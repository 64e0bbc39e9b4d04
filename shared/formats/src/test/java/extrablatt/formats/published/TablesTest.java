package extrablatt.formats.published;

import static extrablatt.formats.published.Articles.FULL;
import static extrablatt.formats.published.Articles.film;
import static extrablatt.formats.published.Articles.published;
import static extrablatt.formats.published.Articles.text;
import static org.assertj.core.api.Assertions.assertThat;

import extrablatt.domain.articles.Block;
import extrablatt.domain.publishing.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tables of the documentation name stands in what goes out and in the samples. */
final class TablesTest {
  private static final Path TABLES = Path.of("../../docs/formats");
  private static final Path SAMPLES = Path.of("../../samples");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void everyCellOfWhatGoesOutIsThere() throws IOException {
    var body = new ArrayList<>(FULL.body());
    body.add(new Block.VideoTeaser(Articles.FILM));
    var article = published(FULL.withBody(body), film(FilmSamples.ANYWHERE));
    var columns = List.of(Variant.LINKED_DATA, Variant.NINJS, Variant.NEWSML_G2, Variant.MARKDOWN);
    var rows = rows("out.md", "| field |");

    assertThat(rows).hasSizeGreaterThan(20);
    for (var row : rows) {
      for (int column = 0; column < columns.size(); column++) {
        var written = text(columns.get(column), article);
        for (var name : names(row.get(column + 1)))
          assertThat(written).as("%s in %s", row.getFirst(), columns.get(column)).contains(name);
      }
    }
  }

  /** The first name of each cell; the others stand where that one is missing. */
  @Test
  void everyCellOfFilmsIsInASample() throws IOException {
    var ninjs = Files.readString(SAMPLES.resolve("ninjs/film.json"));
    var ans = Files.readString(SAMPLES.resolve("ans/film.json"));
    var rows = rows("films.md", "| teaser |");
    var missing = new ArrayList<String>();

    assertThat(rows).hasSizeGreaterThan(10);
    for (var row : rows) {
      names(row.get(1)).stream()
          .limit(1)
          .filter(name -> !row.getFirst().contains("kind") && !has(ninjs, name))
          .forEach(missing::add);
      names(row.get(3)).stream()
          .limit(1)
          .filter(name -> !row.getFirst().contains("kind") && !has(ans, name))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  private static boolean has(String json, String path) {
    return Arrays.stream(path.split("\\.", -1)).allMatch(name -> json.contains("\"" + name + "\""));
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell.replaceAll("without `[^`]*`", ""))
        .results()
        .map(name -> name.group(1))
        .toList();
  }

  /** The rows of the table that begins so. */
  private static List<List<String>> rows(String file, String beginning) throws IOException {
    return Files.readString(TABLES.resolve(file))
        .lines()
        .dropWhile(line -> !line.startsWith(beginning))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .toList();
  }
}
