package extrablatt.formats.json;

import extrablatt.domain.TeaserId;
import extrablatt.domain.videos.ShownTeaser;
import extrablatt.domain.videos.TeaserView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a body that show a teaser with a record of its own. */
final class TeaserBlocks {
  private TeaserBlocks() {}

  /** On the shelf: by its id alone. */
  static void reference(JsonWriter json, TeaserId teaser) {
    BlockWriter.teaserBlock(json, fields -> fields.requiredText("id", teaser.value()));
  }

  /** For the newsroom; where no record is there, by its id alone. */
  static void forNewsroom(JsonWriter json, TeaserId id, @Nullable TeaserView teaser, Instant now) {
    if (teaser == null) reference(json, id);
    else BlockWriter.teaserBlock(json, fields -> TeaserWriter.shownFields(fields, teaser, now));
  }

  /** For the public: each revision as one block, which stands only while it is shown. */
  static void shown(JsonWriter json, List<ShownTeaser> revisions) {
    for (var shown : revisions) {
      var window = shown.window();
      Runnable block =
          () -> BlockWriter.teaserBlock(json, fields -> TeaserWriter.publicFields(fields, shown));
      if (window == null) block.run();
      else json.elementsUnder(window, block);
    }
  }
}
