package extrablatt.formats;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.ingest.IncomingDocument;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.liveblogs.LiveblogContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of a dropped object say over its document. Names that are not ours mean nothing
 * to us: upload tools add their own.
 */
final class DropMetadata {
  private static final String NAME_WANTED =
      "must have 1 to %d characters and not be blank".formatted(Inspection.LONGEST_NAME);

  private final Map<String, String> values;
  private final List<Fault> faults = new ArrayList<>();
  private final @Nullable String guid;
  private final @Nullable Long version;
  private final @Nullable Instant publishAt;
  private final @Nullable String language;
  private final @Nullable String section;
  private final @Nullable List<String> topics;

  private DropMetadata(Map<String, String> values) {
    this.values = values;
    guid = guid();
    version = version();
    publishAt = publishAt();
    language = language();
    section = section();
    topics = topics();
  }

  static DropMetadata of(Source source) {
    return new DropMetadata(source.metadata());
  }

  /** Everything that is wrong with the metadata. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Whether they say when it is to be published. */
  boolean saysWhen() {
    return publishAt != null;
  }

  /** The document as the metadata want it. */
  IncomingDocument over(IncomingDocument document) {
    return new IncomingDocument(
        guid != null ? guid : document.guid(),
        version != null ? version : document.version(),
        publishAt != null ? publishAt : document.publishAt(),
        over(document.instruction()),
        document.warnings(),
        document.extra(),
        document.day(),
        document.isDraft());
  }

  private Instruction over(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Save(var content) -> new Instruction.Save(over(content));
      case Instruction.SaveTeaser(var content) ->
          new Instruction.SaveTeaser(topics != null ? content.withTopics(topics) : content);
      case Instruction.SaveLiveblog(var content, var endsAt) ->
          new Instruction.SaveLiveblog(over(content), endsAt);
      case Instruction.SaveEntry entry -> entry;
      case Instruction.Kill kill -> kill;
    };
  }

  private LiveblogContent over(LiveblogContent content) {
    var changed = language == null ? content : content.withLanguage(language);
    return topics == null ? changed : changed.withTopics(topics);
  }

  private ArticleContent over(ArticleContent content) {
    var changed = content;
    if (language != null) changed = changed.withLanguage(language);
    if (section != null) changed = changed.withSection(section);
    return topics != null ? changed.withTopics(topics) : changed;
  }

  private @Nullable String guid() {
    var text = value("guid");
    if (text == null || DeliveryRules.isGuid(text)) return text;
    fault("guid", DeliveryRules.GUID_WANTED);
    return null;
  }

  private @Nullable Long version() {
    var text = value("version");
    if (text == null) return null;
    var number = DeliveryRules.version(text).orElse(null);
    if (number == null) fault("version", DeliveryRules.VERSION_WANTED);
    return number;
  }

  private @Nullable Instant publishAt() {
    var text = value("publish-at");
    if (text == null) return null;
    var time = Times.parsed(text).orElse(null);
    if (time == null) {
      fault("publish-at", "must be a time with an offset, such as 2026-03-14T10:00:00Z");
    }
    return time;
  }

  private @Nullable String language() {
    var tag = value("language");
    if (tag == null || Inspection.isLanguage(tag)) return tag;
    fault("language", "must be a BCP 47 language tag such as de or en-GB");
    return null;
  }

  private @Nullable String section() {
    var text = value("section");
    if (text == null || isName(text)) return text;
    fault("section", NAME_WANTED);
    return null;
  }

  private @Nullable List<String> topics() {
    var text = value("topics");
    if (text == null) return null;
    var all = Arrays.stream(text.split(",")).map(String::strip).distinct().toList();
    if (!all.stream().allMatch(DropMetadata::isName)) {
      fault("topics", "each topic, parted by commas, " + NAME_WANTED);
    } else if (all.size() > ArticleRules.MOST_TOPICS) {
      fault("topics", "there may be at most %d topics".formatted(ArticleRules.MOST_TOPICS));
    } else return all;
    return null;
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && Inspection.isPlain(text)
        && text.codePointCount(0, text.length()) <= Inspection.LONGEST_NAME;
  }

  private @Nullable String value(String name) {
    var value = values.get(name);
    return value == null ? null : EncodedWords.decoded(value).strip();
  }

  private void fault(String name, String detail) {
    faults.add(Fault.at("/metadata/" + name, detail));
  }
}
