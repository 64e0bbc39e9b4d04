package extrablatt.formats.fuzz;

import extrablatt.domain.ArticleId;
import extrablatt.domain.Bytes;
import extrablatt.domain.articles.ArticleContent;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.articles.Block;
import extrablatt.domain.articles.PublishedArticle;
import extrablatt.domain.ingest.IncomingDocument.Instruction;
import extrablatt.domain.ingest.Reading;
import extrablatt.domain.ingest.Source;
import extrablatt.domain.liveblogs.EntryRules;
import extrablatt.domain.liveblogs.LiveblogRules;
import extrablatt.domain.publishing.Span;
import extrablatt.formats.Formats;
import extrablatt.formats.json.ArticleJson;
import extrablatt.formats.json.EntryJson;
import extrablatt.formats.json.LiveblogJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What no bytes whatever may do to a format: throw, bring an article that breaks the rules of
 * articles, or one that cannot be stored, read again and published in every format. Jazzer calls it
 * with bytes of its own making ({@code .ci/fuzz}), {@link CorpusTest} with those that it kept.
 */
public final class FormatFuzzer {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final ArticleJson JSON = new ArticleJson();
  private static final LiveblogJson LIVEBLOGS = new LiveblogJson();
  private static final EntryJson ENTRIES = new EntryJson();
  private static final Formats FORMATS = Formats.standard();

  private FormatFuzzer() {}

  /** What Jazzer calls. The property {@code format} names a file of the format that is meant. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    feed(System.getProperty("format", "a.txt"), bytes);
  }

  /** Reads bytes under a file name and holds the promises above. */
  static void feed(String fileName, byte[] bytes) {
    check(FORMATS.read(new Source(Bytes.of(bytes), fileName, null, Map.of())));
  }

  private static void check(Reading reading) {
    switch (reading) {
      case Reading.Refused refused -> {
        if (refused.faults().isEmpty()) throw new AssertionError("refused without a fault");
        for (var fault : refused.faults())
          if (fault.detail().isBlank()) throw new AssertionError("a fault that says nothing");
      }
      case Reading.Several(_, var members, _, _) -> {
        for (var member : members) check(member.reading());
      }
      case Reading.Understood(_, var document) -> {
        switch (document.instruction()) {
          case Instruction.Save(var content) -> check(content);
          case Instruction.SaveLiveblog(var content, _) -> {
            require(LiveblogRules.faults(content).isEmpty(), "understood, but against the rules");
            require(
                LIVEBLOGS.read(LIVEBLOGS.stored(content)).equals(content),
                "stored as something else");
          }
          case Instruction.SaveEntry(var content) -> {
            require(EntryRules.faults(content).isEmpty(), "understood, but against the rules");
            require(
                ENTRIES.read(ENTRIES.stored(content)).equals(content), "stored as something else");
          }
          case Instruction.SaveTeaser _, Instruction.Kill _ -> {}
        }
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw new AssertionError(otherwise);
  }

  private static void check(ArticleContent content) {
    var faults = ArticleRules.faults(content);
    if (!faults.isEmpty()) throw new AssertionError("understood, but " + faults);
    if (content.body().stream().anyMatch(Block.NewVideoTeaser.class::isInstance)) return;
    var stored = JSON.stored(content);
    if (!JSON.read(stored).equals(content)) throw new AssertionError("stored as something else");
    var span = new Span(1, NOW, null, NOW, NOW, content.slug(), content.expiresAt(), List.of());
    var article =
        new PublishedArticle(
            new ArticleId("01JD9ZQ4M8T3V5W6X7Y8Z9A0B1"), span, NOW, content, Map.of());
    JSON.published(article);
  }
}
