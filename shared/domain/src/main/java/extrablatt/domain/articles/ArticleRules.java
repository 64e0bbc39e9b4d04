package extrablatt.domain.articles;

import extrablatt.domain.Fault;
import extrablatt.domain.Inspection;
import extrablatt.domain.Ulids;
import java.util.List;

/** The rules that every article obeys, whoever sent it and in whichever format. */
public final class ArticleRules {
  /** The longest headline, in code points. */
  public static final int LONGEST_HEADLINE = 300;

  /** The most topics of an article. */
  public static final int MOST_TOPICS = 12;

  /** The most authors of an article. */
  public static final int MOST_AUTHORS = 8;

  private static final int LONGEST_LEAD = 2_000;
  private static final int MOST_RELATED = 100;
  private static final int MOST_CORRECTIONS = 100;

  private final ArticleContent article;
  private final Inspection inspection = new Inspection();

  private ArticleRules(ArticleContent article) {
    this.article = article;
  }

  /** Everything that is wrong with an article, each fault at its pointer into our JSON. */
  public static List<Fault> faults(ArticleContent article) {
    var rules = new ArticleRules(article);
    rules.inspectHead();
    rules.inspectNames();
    ImageRules.inspect(rules.inspection, "/image", article.image());
    new BodyRules(rules.inspection).inspect(article.body());
    rules.inspectRelated();
    rules.inspectCorrections();
    return rules.inspection.faults();
  }

  private void inspectHead() {
    inspection.text("/kicker", article.kicker());
    inspection.name("/headline", article.headline(), LONGEST_HEADLINE);
    inspection.text("/lead", article.lead(), LONGEST_LEAD);
    inspection.language("/language", article.language());
    inspection.name("/section", article.section(), Inspection.LONGEST_NAME);
    inspection.between("/urgency", article.urgency(), 1, 9);
    inspection.address("/canonicalUrl", article.canonicalUrl());
  }

  private void inspectNames() {
    NameRules.topics(inspection, article.topics());
    NameRules.authors(inspection, article.authors());
    NameRules.sources(inspection, article.sources());
  }

  private void inspectRelated() {
    inspection.atMost("/related", article.related(), MOST_RELATED, "related items");
    for (int i = 0; i < article.related().size(); i++) {
      var related = article.related().get(i);
      var place = "/related/" + i;
      if ((related.url() == null) == (related.id() == null)) {
        inspection.fault(place, "must have either url or id");
      }
      if (related.id() != null && !Ulids.isUlid(related.id())) {
        inspection.fault(place + "/id", "must be the id of an article");
      }
      inspection.address(place + "/url", related.url());
      inspection.text(place + "/rel", related.rel(), Inspection.LONGEST_NAME);
      inspection.text(place + "/title", related.title());
    }
  }

  private void inspectCorrections() {
    inspection.atMost("/corrections", article.corrections(), MOST_CORRECTIONS, "corrections");
    for (int i = 0; i < article.corrections().size(); i++) {
      var text = article.corrections().get(i).text();
      inspection.name("/corrections/%d/text".formatted(i), text, Inspection.LONGEST_TEXT);
    }
  }
}
