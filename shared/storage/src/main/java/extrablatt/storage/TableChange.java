package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.DocumentId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row that changed is about, by its key; for those who follow the table's stream. */
public record TableChange(String partition, String sort) {
  /** The name of the attribute that says where a log stands. */
  public static final String HEAD_SEQ = HeadItem.HEAD_SEQ;

  /** The attribute that only what was withdrawn has. */
  public static final String WITHDRAWN_AT = PublicItem.WITHDRAWN_AT;

  /** The attributes of a public row that name its slug and those that redirect to it. */
  public static final String SLUG = PublicItem.SLUG;

  public static final String FORMER_SLUGS = PublicItem.FORMER_SLUGS;

  /** What happened, in a row of a log. */
  public static final String OP = LogItem.OP;

  private static final String PUBLIC = "PUB#";
  private static final String STATE = "LIVEBLOG#";
  private static final String ARTICLE = "ARTICLE#";
  private static final String TEASER = "TEASER#";
  private static final String LOG = "PUB#LIVEBLOG#";

  /** The liveblog whose editorial state changed. */
  public Optional<LiveblogId> liveblogState() {
    return sort.equals("META") ? id(STATE).map(LiveblogId::new) : Optional.empty();
  }

  /** The article whose editorial state changed. */
  public Optional<ArticleId> articleState() {
    return sort.equals("META") ? id(ARTICLE).map(ArticleId::new) : Optional.empty();
  }

  /** The video teaser whose editorial state changed. */
  public Optional<TeaserId> teaserState() {
    return sort.equals("META") ? id(TEASER).map(TeaserId::new) : Optional.empty();
  }

  /** The liveblog whose log moved. */
  public Optional<LiveblogId> log() {
    return sort.equals(Keys.LOG_HEAD) ? id(LOG).map(LiveblogId::new) : Optional.empty();
  }

  /** The document whose public row changed; of a liveblog its head. */
  public Optional<DocumentId> publicDocument() {
    if (partition.startsWith(LOG)) return log().map(DocumentId.class::cast);
    var article = id(PUBLIC + ARTICLE).<DocumentId>map(ArticleId::new);
    return article.isPresent() ? article : id(PUBLIC + TEASER).map(TeaserId::new);
  }

  /**
   * The liveblog of which an entry was removed.
   *
   * @param op what the row says happened
   */
  public Optional<LiveblogId> entryRemoved(@Nullable String op) {
    return LogItem.REMOVE.equals(op) ? id(LOG).map(LiveblogId::new) : Optional.empty();
  }

  private Optional<String> id(String prefix) {
    if (!partition.startsWith(prefix)) return Optional.empty();
    var id = partition.substring(prefix.length());
    return Ulids.isUlid(id) ? Optional.of(id) : Optional.empty();
  }
}
