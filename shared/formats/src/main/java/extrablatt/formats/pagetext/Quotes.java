package extrablatt.formats.pagetext;

import extrablatt.domain.articles.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule 4: a paragraph that ends a sentence is a quote if an attribution follows it. */
final class Quotes {
  private Quotes() {}

  static List<Part> find(List<Part> parts) {
    var found = new ArrayList<Part>();
    for (var part : parts) {
      var quote = found.isEmpty() ? null : quote(found.getLast(), part);
      if (quote != null) found.removeLast();
      found.add(quote == null ? part : quote);
    }
    return found;
  }

  private static @Nullable Part quote(Part before, Part after) {
    if (!(before instanceof Part.Free said) || !(after instanceof Part.Free next)) return null;
    if (!Sentences.endsSentence(said.text())) return null;
    var attribution = Attribution.in(next.text());
    if (attribution == null) return null;
    return new Part.Element(
        said.line(), new Block.Quote(said.text(), attribution.speaker(), attribution.role()));
  }
}
