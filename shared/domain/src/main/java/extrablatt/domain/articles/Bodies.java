package extrablatt.domain.articles;

import extrablatt.domain.TeaserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Walks through bodies, also into the bodies of infoboxes. */
public final class Bodies {
  private Bodies() {}

  /** What a block is to be replaced by, given its JSON Pointer. */
  @FunctionalInterface
  public interface Replacement {
    /** The block that shall stand there. */
    Block of(Block block, String pointer);
  }

  /** The body with every block replaced; an infobox itself stays and its blocks are replaced. */
  public static List<Block> replaced(List<Block> body, Replacement replacement) {
    return replaced(body, "/body", replacement);
  }

  private static List<Block> replaced(List<Block> body, String pointer, Replacement replacement) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < body.size(); i++) {
      var here = pointer + "/" + i;
      blocks.add(
          body.get(i) instanceof Block.Infobox box
              ? new Block.Infobox(box.title(), replaced(box.body(), here + "/body", replacement))
              : replacement.of(body.get(i), here));
    }
    return List.copyOf(blocks);
  }

  /** The body with every block rewritten as none, one or several; infoboxes themselves stay. */
  public static List<Block> rewritten(List<Block> body, Function<Block, List<Block>> rewriting) {
    var blocks = new ArrayList<Block>();
    for (var block : body) {
      if (block instanceof Block.Infobox(var title, var inner))
        blocks.add(new Block.Infobox(title, rewritten(inner, rewriting)));
      else blocks.addAll(rewriting.apply(block));
    }
    return List.copyOf(blocks);
  }

  /** The distinct teasers that a body shows, in its order. */
  public static List<TeaserId> teasers(List<Block> body) {
    var found = new ArrayList<TeaserId>();
    collect(body, found);
    return found.stream().distinct().toList();
  }

  private static void collect(List<Block> body, List<TeaserId> found) {
    for (var block : body) {
      if (block instanceof Block.VideoTeaser shown) found.add(shown.teaser());
      if (block instanceof Block.Infobox box) collect(box.body(), found);
    }
  }
}
