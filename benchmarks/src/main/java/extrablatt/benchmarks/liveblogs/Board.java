package extrablatt.benchmarks.liveblogs;

import java.util.ArrayList;
import java.util.List;

/** What all editors know of one liveblog. */
final class Board {
  private final String liveblog;
  private final List<Posted> posted = new ArrayList<>();
  private final List<Posted> standing = new ArrayList<>();

  Board(String liveblog) {
    this.liveblog = liveblog;
  }

  String liveblog() {
    return liveblog;
  }

  void trying(Posted post) {
    posted.add(post);
  }

  void acknowledged(Posted post, String id) {
    if (post.id() == null) standing.add(post);
    post.acknowledged(id);
  }

  void removed(Posted post) {
    post.removed();
    gone(post);
  }

  /** Somebody was told that it is not there. */
  void gone(Posted post) {
    standing.remove(post);
  }

  /** Every entry that somebody tried to post. */
  List<Posted> posted() {
    return posted;
  }

  /** Those that are acknowledged, and whose removal is not. */
  List<Posted> standing() {
    return standing;
  }
}
