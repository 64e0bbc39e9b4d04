package extrablatt.storage;

import extrablatt.domain.ArticleId;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.TeaserId;
import extrablatt.domain.Ulids;
import java.util.Optional;

/** What a row that changed is about, by its key; for those who follow the table's stream. */
public record TableChange(String partition, String sort) {
  /** The name of the attribute that says where a log stands. */
  public static final String HEAD_SEQ = HeadItem.HEAD_SEQ;

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

  private Optional<String> id(String prefix) {
    if (!partition.startsWith(prefix)) return Optional.empty();
    var id = partition.substring(prefix.length());
    return Ulids.isUlid(id) ? Optional.of(id) : Optional.empty();
  }
}
