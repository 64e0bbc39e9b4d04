package extrablatt.domain.articles;

import extrablatt.domain.Inspection;
import extrablatt.domain.Slug;
import extrablatt.domain.Ulids;
import extrablatt.domain.videos.TeaserRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for the blocks of a body and for how many there are. */
public final class BodyRules {
  private static final int MOST_BLOCKS = 500;
  private static final int GREATEST_DEPTH = 3;
  private static final int MOST_SHOWN = 20;

  private final Inspection inspection;
  private final Set<Object> shown = new HashSet<>();
  private int blocks;

  /** Rules whose faults go to that inspection. */
  public BodyRules(Inspection inspection) {
    this.inspection = inspection;
  }

  /** Looks through a document's body. */
  public void inspect(List<Block> body) {
    inspect(body, "/body", 1);
  }

  private void inspect(List<Block> body, String pointer, int depth) {
    for (int i = 0; i < body.size(); i++) {
      var place = pointer + "/" + i;
      if (++blocks == MOST_BLOCKS + 1) {
        inspection.fault(place, "there may be at most %d blocks in all".formatted(MOST_BLOCKS));
      }
      inspect(body.get(i), place, depth);
    }
  }

  private void inspect(Block block, String place, int depth) {
    switch (block) {
      case Block.Paragraph(var html) -> inspection.text(place + "/html", html);
      case Block.Heading(var level, var text) -> {
        inspection.between(place + "/level", level, 1, 6);
        inspection.name(place + "/text", text, Inspection.LONGEST_TEXT);
      }
      case Block.Quote(var text, var speaker, var role) -> {
        inspection.name(place + "/text", text, Inspection.LONGEST_TEXT);
        inspection.name(place + "/speaker", speaker, Inspection.LONGEST_TEXT);
        inspection.text(place + "/role", role);
      }
      case Block.Picture(var image) -> ImageRules.inspect(inspection, place, image);
      case Block.VideoTeaser(var teaser) -> countShown(teaser, place);
      case Block.NewVideoTeaser(var teaser) -> {
        countShown(place, place);
        TeaserRules.inspect(inspection, place + "/teaser", teaser);
      }
      case Block.LiveblogHint(var liveblog) -> {
        countShown(keyOf(liveblog), place);
        inspect(liveblog, place + "/liveblog");
      }
      case Block.ItemList(_, var items) -> inspectTexts(items, place + "/items");
      case Block.Table(var header, var rows) -> {
        inspectTexts(header, place + "/header");
        for (int i = 0; i < rows.size(); i++) inspectTexts(rows.get(i), place + "/rows/" + i);
      }
      case Block.Embed(var provider, var url, var title) -> {
        inspection.text(place + "/provider", provider, Inspection.LONGEST_NAME);
        inspection.address(place + "/url", url);
        inspection.text(place + "/title", title);
      }
      case Block.Infobox(var title, var body) -> {
        inspection.text(place + "/title", title);
        inspectBox(body, place + "/body", depth + 1);
      }
      case Block.Divider() -> {}
    }
  }

  private void inspectBox(List<Block> body, String pointer, int depth) {
    if (depth > GREATEST_DEPTH && !body.isEmpty()) {
      inspection.fault(
          pointer + "/0", "blocks may stand at most %d deep".formatted(GREATEST_DEPTH));
      return;
    }
    inspect(body, pointer, depth);
  }

  private void inspectTexts(List<String> texts, String pointer) {
    for (int i = 0; i < texts.size(); i++) inspection.text(pointer + "/" + i, texts.get(i));
  }

  private void inspect(LiveblogTeaser liveblog, String place) {
    if (liveblog.id() != null && !Ulids.isUlid(liveblog.id())) {
      inspection.fault(place + "/id", "must be the id of a liveblog");
    }
    if (liveblog.slug() != null && !Slug.isSlug(liveblog.slug())) {
      inspection.fault(place + "/slug", "must be the slug of a liveblog");
    }
    boolean named = liveblog.id() != null || liveblog.slug() != null;
    boolean told = liveblog.headline() != null || liveblog.kicker() != null;
    if (!named && !told && liveblog.summary() == null) {
      inspection.fault(place, "must have one of id, slug, headline, kicker and summary");
    }
    inspection.text(place + "/kicker", liveblog.kicker());
    inspection.text(place + "/headline", liveblog.headline());
    inspection.text(place + "/summary", liveblog.summary());
    ImageRules.inspectParts(inspection, place + "/image", liveblog.image());
  }

  private void countShown(Object teaserOrLiveblog, String place) {
    if (shown.add(teaserOrLiveblog) && shown.size() == MOST_SHOWN + 1) {
      inspection.fault(
          place,
          "an article may show at most %d different teasers and liveblogs".formatted(MOST_SHOWN));
    }
  }

  private static Object keyOf(LiveblogTeaser liveblog) {
    if (liveblog.id() != null) return liveblog.id();
    return liveblog.slug() != null ? liveblog.slug() : liveblog;
  }
}
