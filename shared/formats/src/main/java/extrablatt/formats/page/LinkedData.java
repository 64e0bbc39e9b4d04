package extrablatt.formats.page;

import extrablatt.domain.Bytes;
import extrablatt.formats.json.ForeignJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What JSON-LD in a page describes. JSON that is none says nothing. */
record LinkedData(
    @Nullable ForeignJson article,
    @Nullable ForeignJson video,
    @Nullable ForeignJson posting,
    List<ForeignJson> nodes) {
  static LinkedData of(Document page) {
    var nodes = new ArrayList<ForeignJson>();
    for (var script : page.select("script[type*=ld+json]")) {
      var text = script.data().strip();
      // An array of things is as good as a graph of them.
      var object = text.startsWith("[") ? "{\"@graph\": " + text + "}" : text;
      if (ForeignJson.read(Bytes.utf8(object)) instanceof ForeignJson.Read.Document(var node))
        add(node, nodes);
    }
    for (var node : nodes) {
      if (types(node).anyMatch("LiveBlogPosting"::equals))
        return new LinkedData(null, null, node, nodes);
    }
    for (var node : nodes) {
      if (isArticle(node)) return new LinkedData(node, null, null, nodes);
    }
    for (var node : nodes) {
      if (types(node).anyMatch("VideoObject"::equals))
        return new LinkedData(null, node, null, nodes);
    }
    return new LinkedData(null, null, null, nodes);
  }

  private static void add(ForeignJson node, List<ForeignJson> nodes) {
    nodes.add(node);
    nodes.addAll(node.objects("@graph"));
    nodes.addAll(node.objects("mainEntity"));
  }

  private static boolean isArticle(ForeignJson node) {
    return types(node)
        .anyMatch(type ->
            type.endsWith("Article") || type.equals("BlogPosting") || type.equals("Report"));
  }

  /** Types without what stands for schema.org before them. */
  private static Stream<String> types(ForeignJson node) {
    return node.texts("@type").stream().map(type -> type.replaceFirst("^.*[/:]", ""));
  }

  /** What an object says; one that is only named says what stands elsewhere in the page. */
  ForeignJson resolved(ForeignJson object) {
    var id = object.text("@id");
    if (id == null || object.names().size() > 1) return object;
    return nodes.stream()
        .filter(node -> id.equals(node.text("@id")) && node.names().size() > 1)
        .findFirst()
        .orElse(object);
  }
}
