package extrablatt.domain.liveblogs;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.articles.ArticleRules;
import extrablatt.domain.articles.ImageRules;
import extrablatt.domain.articles.NameRules;
import java.util.List;

/** The rules that every liveblog obeys. */
public final class LiveblogRules {
  private static final int LONGEST_SUMMARY = 2_000;
  private static final int MOST_POINTS = 20;

  private LiveblogRules() {}

  /** Everything that is wrong with a liveblog, each fault at its pointer into our JSON. */
  public static List<Fault> faults(LiveblogContent liveblog) {
    var inspection = new Inspection();
    inspection.text("/kicker", liveblog.kicker());
    inspection.name("/headline", liveblog.headline(), ArticleRules.LONGEST_HEADLINE);
    inspection.text("/summary", liveblog.summary(), LONGEST_SUMMARY);
    inspection.atMost("/summaryPoints", liveblog.summaryPoints(), MOST_POINTS, "summary points");
    for (int i = 0; i < liveblog.summaryPoints().size(); i++) {
      inspection.name("/summaryPoints/" + i, liveblog.summaryPoints().get(i), LONGEST_SUMMARY);
    }
    ImageRules.inspect(inspection, "/image", liveblog.image());
    NameRules.topics(inspection, liveblog.topics());
    NameRules.sources(inspection, liveblog.sources());
    inspection.language("/language", liveblog.language());
    return inspection.faults();
  }
}
