package extrablatt.domain.liveblogs;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.articles.BodyRules;
import extrablatt.domain.articles.NameRules;
import java.util.List;

/** The rules that every entry obeys. */
public final class EntryRules {
  /** The longest entry as the public reads it, in bytes. */
  public static final int LARGEST = 64 * 1024;

  private EntryRules() {}

  /** Everything that is wrong with an entry, each fault at its pointer into our JSON. */
  public static List<Fault> faults(EntryContent entry) {
    var inspection = new Inspection();
    if (entry.headline() == null && entry.body().isEmpty()) {
      inspection.fault("/headline", "an entry must have a headline or a body");
    }
    inspection.text("/headline", entry.headline(), ArticleRules.LONGEST_HEADLINE);
    new BodyRules(inspection).inspect(entry.body());
    NameRules.authors(inspection, entry.authors());
    NameRules.sources(inspection, entry.sources());
    return inspection.faults();
  }
}
