package extrablatt.formats.json;

import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.LiveblogTeaser;
import java.util.Set;

/** Reads the blocks of a body. */
final class BlockReader {
  /** A block that could not be read leaves one behind, so that those after it keep their index. */
  private static final Block UNREADABLE = new Block.Divider();

  private BlockReader() {}

  static Block block(ObjectReader object) {
    if (!object.isReadable()) return UNREADABLE;
    var type = object.requiredText("type");
    if (!object.has("type")) return UNREADABLE;
    var block =
        switch (type) {
          case "paragraph" -> new Block.Paragraph(object.requiredHtml("html"));
          case "heading" -> heading(object);
          case "quote" ->
              new Block.Quote(
                  object.requiredText("text"), object.text("speaker"), object.text("role"));
          case "image" -> new Block.Picture(ImageReader.fields(object));
          case "videoTeaser" -> videoTeaser(object);
          case "liveblogTeaser" -> liveblogTeaser(object);
          case "list" -> list(object);
          case "table" -> new Block.Table(object.texts("header"), object.htmlRows("rows"));
          case "embed" ->
              new Block.Embed(
                  object.text("provider"), object.requiredText("url"), object.text("title"));
          case "infobox" ->
              new Block.Infobox(object.text("title"), object.objects("body", BlockReader::block));
          case "divider" -> new Block.Divider();
          default -> unknown(object);
        };
    object.refuseUnknown();
    return block;
  }

  private static Block unknown(ObjectReader object) {
    object.ignoreAll();
    object.fault(
        "type",
        "must be one of paragraph, heading, quote, image, videoTeaser, liveblogTeaser, list,"
            + " table, embed, infobox and divider");
    return UNREADABLE;
  }

  private static Block heading(ObjectReader object) {
    object.requirePresent("level");
    var level = object.integer("level");
    return new Block.Heading(level == null ? 2 : level, object.requiredText("text"));
  }

  private static Block list(ObjectReader object) {
    object.requirePresent("items");
    return new Block.ItemList(object.flag("ordered"), object.htmls("items"));
  }

  private static Block videoTeaser(ObjectReader object) {
    object.requirePresent("teaser");
    var teaser = object.object("teaser", BlockReader::teaser);
    return teaser == null ? UNREADABLE : teaser;
  }

  /** With an id it is a teaser that has a record of its own, and what else is said is not ours. */
  private static Block teaser(ObjectReader object) {
    if (!object.isReadable()) return UNREADABLE;
    if (!object.has("id")) {
      object.ignore(Set.of("publishAt"));
      var content = TeaserReader.fields(object);
      object.refuseUnknown();
      return new Block.NewVideoTeaser(content);
    }
    object.ignore(TeaserReader.READ_ONLY);
    object.ignore(TeaserReader.CONTENT);
    var id = object.requiredText("id");
    object.refuseUnknown();
    if (Ulids.isUlid(id)) return new Block.VideoTeaser(new TeaserId(id));
    object.fault("id", "must be the id of a video teaser");
    return UNREADABLE;
  }

  private static Block liveblogTeaser(ObjectReader object) {
    object.requirePresent("liveblog");
    var liveblog = object.object("liveblog", BlockReader::liveblog);
    return liveblog == null ? UNREADABLE : liveblog;
  }

  private static Block liveblog(ObjectReader object) {
    if (!object.isReadable()) return UNREADABLE;
    object.ignore(Set.of("status"));
    var liveblog =
        new LiveblogTeaser(
            object.exactText("id"),
            object.exactText("slug"),
            object.text("kicker"),
            object.text("headline"),
            object.text("summary"),
            object.object("image", ImageReader::image));
    object.refuseUnknown();
    return new Block.LiveblogHint(liveblog);
  }
}
