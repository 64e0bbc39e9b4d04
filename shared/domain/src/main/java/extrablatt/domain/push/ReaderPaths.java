package extrablatt.domain.push;

import extrablatt.domain.DocumentId;
import extrablatt.domain.DocumentKind;
import extrablatt.domain.LiveblogId;
import extrablatt.domain.Slug;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which paths of the Delivery API a cache may hold something; an asterisk at the end stands
 * for anything, queries included.
 */
public final class ReaderPaths {
  private ReaderPaths() {}

  /** Of a document and of the lists that it may stand in. */
  public static Set<String> ofDocument(DocumentId id, @Nullable Slug slug, List<Slug> formerSlugs) {
    var family = family(id.kind());
    var paths = new LinkedHashSet<String>();
    var ending = id.kind() == DocumentKind.LIVEBLOG ? "*" : "";
    names(id, slug, formerSlugs).map(name -> family + "/" + name + ending).forEach(paths::add);
    paths.add(family);
    paths.add(family + "?*");
    return paths;
  }

  /** Of the entries of a liveblog: its snapshot, its changes, its pages, each entry. */
  public static Set<String> ofEntries(LiveblogId id, Slug slug, List<Slug> formerSlugs) {
    var paths = new LinkedHashSet<String>();
    var family = family(id.kind());
    names(id, slug, formerSlugs).map(name -> family + "/" + name + "*").forEach(paths::add);
    return paths;
  }

  private static Stream<String> names(DocumentId id, @Nullable Slug slug, List<Slug> formerSlugs) {
    return Stream.concat(
        Stream.concat(Stream.of(id.value()), Stream.ofNullable(slug).map(Slug::value)),
        formerSlugs.stream().map(Slug::value));
  }

  private static String family(DocumentKind kind) {
    return switch (kind) {
      case ARTICLE -> "/articles";
      case TEASER -> "/video-teasers";
      case LIVEBLOG -> "/liveblogs";
    };
  }
}
