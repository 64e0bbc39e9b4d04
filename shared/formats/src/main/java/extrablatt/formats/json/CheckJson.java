package extrablatt.formats.json;

import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.liveblogs.EntryContent;
import extrablatt.domain.liveblogs.LiveblogContent;
import extrablatt.domain.videos.TeaserContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a dry run: what a document would become, and every complaint about it. */
public final class CheckJson {
  private final ArticleJson articles = new ArticleJson();
  private final TeaserJson teasers = new TeaserJson();
  private final LiveblogJson liveblogs = new LiveblogJson();
  private final EntryJson entries = new EntryJson();
  private final String defaultLanguage;

  /** With the language (BCP 47) that an article has if nothing tells. */
  public CheckJson(String defaultLanguage) {
    this.defaultLanguage = defaultLanguage;
  }

  /** The result as the Newsroom API shows it. */
  public Bytes result(Reading reading) {
    return JsonWriter.object(json -> result(json, reading));
  }

  /** Of several documents each has a result of its own. */
  private void result(JsonWriter json, Reading reading) {
    json.requiredText("format", reading.format());
    json.flag("accepted", isAccepted(reading));
    var warnings = List.<String>of();
    var faults = List.<Fault>of();
    switch (reading) {
      case Reading.Refused refused -> faults = refused.faults();
      case Reading.Several several -> warnings = several.warnings();
      case Reading.Understood(_, var document) -> {
        warnings = document.warnings();
        switch (document.instruction()) {
          case Instruction.Save(var content) ->
              json.written("article", article(content, document.publishAt()));
          case Instruction.SaveTeaser(var content) -> json.written("teaser", teaser(content));
          case Instruction.SaveLiveblog(var content, _) ->
              json.written("liveblog", liveblog(content));
          case Instruction.SaveEntry(var content) -> json.written("entry", entry(content));
          case Instruction.Kill(var reason) ->
              json.object("withdraw", order -> order.requiredText("reason", reason));
        }
      }
    }
    json.array("errors", faults, fault -> json.element(fields -> ReceiptJson.write(fields, fault)));
    json.array("warnings", warnings, json::element);
    if (reading instanceof Reading.Several(_, var members, _, _))
      json.array("documents", members, member -> member(json, member));
  }

  private void member(JsonWriter json, Reading.Member member) {
    json.element(fields -> {
      fields.requiredText("name", member.name());
      if (member.reading() instanceof Reading.Understood(_, var document))
        fields.text("guid", document.guid());
      result(fields, member.reading());
    });
  }

  private static boolean isAccepted(Reading reading) {
    return switch (reading) {
      case Reading.Understood _ -> true;
      case Reading.Refused _ -> false;
      case Reading.Several(_, var members, _, _) ->
          members.stream().map(Reading.Member::reading).allMatch(CheckJson::isAccepted);
    };
  }

  /** The video teaser that a document would become. */
  public Bytes teaser(TeaserContent content) {
    return teasers.stored(content);
  }

  /** The liveblog that a document would become, without its entries. */
  public Bytes liveblog(LiveblogContent content) {
    return liveblogs.stored(content);
  }

  /** The entry of a liveblog that a document would become. */
  public Bytes entry(EntryContent content) {
    return entries.stored(content);
  }

  /**
   * The article that a document would become; it has no id and no status yet.
   *
   * @param publishAt from when on it may be public; null if at once
   */
  public Bytes article(ArticleContent content, @Nullable Instant publishAt) {
    var language = content.language() == null ? defaultLanguage : content.language();
    return articles.preview(content.withLanguage(language), publishAt);
  }
}
