package extrablatt.formats.json;

import extrablatt.domain.TeaserId;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.LiveblogTeaser;
import java.util.List;
import java.util.function.Consumer;

/** Writes the blocks of a body. */
final class BlockWriter {
  /** How a teaser that is known by its id is written: as one block, as several, or not at all. */
  interface TeaserWriting {
    void write(JsonWriter json, TeaserId teaser);
  }

  private final JsonWriter json;
  private final TeaserWriting teasers;

  BlockWriter(JsonWriter json, TeaserWriting teasers) {
    this.json = json;
    this.teasers = teasers;
  }

  void body(List<Block> body) {
    json.array("body", body, this::block);
  }

  /** A block that shows a teaser. */
  static void teaserBlock(JsonWriter json, Consumer<JsonWriter> teaser) {
    json.element(fields -> {
      fields.requiredText("type", "videoTeaser");
      fields.object("teaser", teaser);
    });
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var html) -> typed("paragraph", () -> json.requiredText("html", html));
      case Block.Heading(var level, var text) ->
          typed(
              "heading",
              () -> {
                json.number("level", level);
                json.requiredText("text", text);
              });
      case Block.Quote(var text, var speaker, var role) ->
          typed(
              "quote",
              () -> {
                json.requiredText("text", text);
                json.text("speaker", speaker);
                json.text("role", role);
              });
      case Block.Picture(var image) -> typed("image", () -> ImageWriter.fields(json, image));
      case Block.VideoTeaser(var teaser) -> teasers.write(json, teaser);
      case Block.NewVideoTeaser(var teaser) ->
          teaserBlock(json, fields -> TeaserWriter.content(fields, teaser));
      case Block.LiveblogHint(var liveblog) ->
          typed("liveblogTeaser", () -> json.object("liveblog", _ -> liveblog(liveblog)));
      case Block.ItemList(var ordered, var items) ->
          typed(
              "list",
              () -> {
                json.flag("ordered", ordered);
                json.array("items", items, json::element);
              });
      case Block.Table(var header, var rows) ->
          typed(
              "table",
              () -> {
                json.texts("header", header);
                json.rows("rows", rows);
              });
      case Block.Embed(var provider, var url, var title) ->
          typed(
              "embed",
              () -> {
                json.text("provider", provider);
                json.requiredText("url", url);
                json.text("title", title);
              });
      case Block.Infobox(var title, var body) ->
          typed(
              "infobox",
              () -> {
                json.text("title", title);
                body(body);
              });
      case Block.Divider() -> typed("divider", () -> {});
    }
  }

  private void typed(String type, Runnable fields) {
    json.element(_ -> {
      json.requiredText("type", type);
      fields.run();
    });
  }

  private void liveblog(LiveblogTeaser liveblog) {
    json.text("id", liveblog.id());
    json.text("slug", liveblog.slug());
    json.text("kicker", liveblog.kicker());
    json.text("headline", liveblog.headline());
    json.text("summary", liveblog.summary());
    ImageWriter.image(json, "image", liveblog.image());
    json.text("status", liveblog.status());
  }
}
