package extrablatt.formats.foreign;

import extrablatt.formats.json.ForeignJson;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a foreign object: each is read by somebody, or kept beside the article under its
 * own name. One that is there as something else than is asked for counts as not read.
 */
public final class Fields {
  private final ForeignJson object;
  private final Set<String> read = new HashSet<>();

  public Fields(ForeignJson object) {
    this.object = object;
  }

  /** The object itself. */
  public ForeignJson object() {
    return object;
  }

  /** A text; null for anything else. */
  public @Nullable String text(String name) {
    var text = object.text(name);
    if (text != null) done(name);
    return text;
  }

  /** An object; null for anything else. */
  public @Nullable ForeignJson object(String name) {
    var found = object.object(name);
    if (found != null) done(name);
    return found;
  }

  /** The objects of an array, or the only one. */
  public List<ForeignJson> objects(String name) {
    var found = object.objects(name);
    if (!found.isEmpty()) done(name);
    return found;
  }

  /** Says that a field needs no keeping. */
  public void done(String name) {
    read.add(name.toLowerCase(Locale.ROOT));
  }

  /** Keeps everything that nobody read. */
  public void keepOthers(ForeignArticle article) {
    for (var name : object.names()) {
      if (read.contains(name)) continue;
      for (var value : object.shown(name)) article.extra(object.spelled(name), value);
    }
  }
}
