package extrablatt.formats.page;

import extrablatt.domain.Bytes;
import extrablatt.formats.json.ForeignJson;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What JSON-LD in a page describes. JSON that is none says nothing. */
record LinkedData(
    @Nullable ForeignJson article, @Nullable ForeignJson video, @Nullable String other) {
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
      if (node.texts("@type").contains("LiveBlogPosting"))
        return new LinkedData(null, null, "LiveBlogPosting");
    }
    for (var node : nodes) {
      if (isArticle(node)) return new LinkedData(node, null, null);
    }
    for (var node : nodes) {
      if (node.texts("@type").contains("VideoObject")) return new LinkedData(null, node, null);
    }
    return new LinkedData(null, null, null);
  }

  private static void add(ForeignJson node, List<ForeignJson> nodes) {
    nodes.add(node);
    nodes.addAll(node.objects("@graph"));
    nodes.addAll(node.objects("mainEntity"));
  }

  private static boolean isArticle(ForeignJson node) {
    return node.texts("@type").stream()
        .map(type -> type.replaceFirst("^.*[/:]", ""))
        .anyMatch(type ->
            type.endsWith("Article") || type.equals("BlogPosting") || type.equals("Report"));
  }
}
